import ArgumentParser

// The dashboard is opened without a word on the command line most of the time. To make sense of no
// words takes the parser of arguments as long as reading the record does, so it is not asked.
// A new option of the program needs its line here: the program ends where one is missing.

extension Ladmp {
  /// What the parser makes of a command line without a word.
  static var wordless: Ladmp {
    .with {
      $0.record = .with {
        $0.seen = .with { $0.asOf = nil }
        $0.source = .with {
          $0.edition = nil
          $0.own = .with { $0.store = nil }
          $0.choice = .with { $0.lang = nil }
        }
      }
      $0.themes = .with { $0.theme = nil }
      $0.remembering = .with { ($0.remember, $0.fresh) = (nil, false) }
      ($0.color, $0.ascii, $0.plain, $0.mouse) = (nil, nil, nil, nil)
    }
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

extension ParsableArguments {
  /// Options with the values that they are given here.
  fileprivate static func with(_ give: (inout Self) -> Void) -> Self {
    var options = Self()
    give(&options)
    return options
  }
}
