// The dashboard is opened without a word on the command line most of the time. To make sense of no
// words takes the parser of arguments as long as reading the record does, so it is not asked.
// A new option of the program needs its line here: the program ends where one is missing.

extension Ladmp {
  /// What the parser makes of a command line without a word.
  static var wordless: Ladmp {
    var program = Ladmp()
    program.record = .wordless
    program.themes = .wordless
    program.remembering = .wordless
    (program.color, program.ascii, program.plain, program.mouse) = (nil, nil, nil, nil)
    return program
  }

  /// Opens the dashboard as without a word.
  static func runWordless() {
    do {
      try wordless.run()
    } catch {
      exit(withError: error)
    }
  }
}

extension RecordOptions {
  fileprivate static var wordless: RecordOptions {
    var options = RecordOptions()
    (options.asOf, options.source) = (nil, .wordless)
    return options
  }
}

extension RecordSource {
  fileprivate static var wordless: RecordSource {
    var options = RecordSource()
    (options.edition, options.own, options.choice) = (nil, .wordless, .wordless)
    return options
  }
}

extension StoreOptions {
  fileprivate static var wordless: StoreOptions {
    var options = StoreOptions()
    options.store = nil
    return options
  }
}

extension LanguageChoice {
  fileprivate static var wordless: LanguageChoice {
    var options = LanguageChoice()
    options.lang = nil
    return options
  }
}

extension RememberingOptions {
  fileprivate static var wordless: RememberingOptions {
    var options = RememberingOptions()
    (options.remember, options.fresh) = (nil, false)
    return options
  }
}

extension ThemeOptions {
  fileprivate static var wordless: ThemeOptions {
    var options = ThemeOptions()
    options.theme = nil
    return options
  }
}
