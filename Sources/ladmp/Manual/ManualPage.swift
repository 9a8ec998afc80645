/// A manual page in the mdoc language, made from the definitions that the program itself follows.
struct ManualPage {
  /// `ladmp`, `ladmp-countries`, `ladmp-keys`.
  let name: String
  /// 1 for a command, 7 for a topic.
  let section: Int
  private var lines: [String] = []

  /// The name of the page's file.
  var file: String { "\(name).\(section)" }

  var text: String { lines.joined(separator: "\n") + "\n" }

  /// The page on the program or on one of its commands.
  init(_ command: CommandDescription, of program: CommandDescription) {
    let commands = program.commands
    let isProgram = command.name == program.name
    name = isProgram ? program.name : "\(program.name)-\(command.name)"
    section = 1
    begin(about: command.abstract)
    heading("SYNOPSIS")
    synopsis(of: command, isProgram: isProgram)
    heading("DESCRIPTION")
    describe(command)
    options(of: command)
    if !isProgram, !command.subcommands.isEmpty {
      heading("COMMANDS")
      for part in command.subcommands where part.name != "help" {
        lines.append(".Ss \(part.name)")
        paragraph(part.abstract)
        options(of: part)
      }
    }
    if isProgram {
      heading("COMMANDS")
      table(
        commands.map { (macro: "Cm \($0.name)", about: $0.abstract) })
      environment()
    }
    heading("EXIT STATUS")
    table(ManualPage.exitCodes.map { (macro: "Li \($0.0)", about: $0.1) })
    examples(of: isProgram ? "" : command.name)
    seeAlso(isProgram ? commands.map { "\(program.name)-\($0.name)" } : [program.name])
  }

  /// The page on a topic.
  init(_ topic: HelpTopic, of program: CommandDescription) {
    name = "\(program.name)-\(topic.rawValue)"
    section = 7
    begin(about: topic.about)
    heading("DESCRIPTION")
    for block in topic.blocks { add(block) }
    seeAlso([program.name])
  }

  // MARK: Parts

  private mutating func begin(about: String) {
    let day = Version.released.split(separator: "-").compactMap { Int($0) }
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    lines += [
      ".Dd \(months[day[1] - 1]) \(day[2]), \(day[0])",
      ".Dt \(name.uppercased()) \(section)", ".Os", ".Sh NAME", ".Nm \(name)",
      ".Nd \(Roff.escaped(about.last == "." ? String(about.dropLast()) : about))",
    ]
  }

  private mutating func heading(_ text: String) { lines.append(".Sh \(text)") }

  private mutating func paragraph(_ text: String) { lines += Roff.sentences(text) }

  private mutating func table(_ rows: [(macro: String, about: String)]) {
    guard !rows.isEmpty else { return }
    lines.append(".Bl -tag -width Ds")
    for row in rows {
      lines.append(".It \(row.macro)")
      lines += Roff.sentences(row.about)
    }
    lines.append(".El")
  }

  private mutating func synopsis(of command: CommandDescription, isProgram: Bool) {
    lines.append(".Nm ladmp" + (isProgram ? "" : " Cm \(command.name)"))
    for argument in command.arguments {
      let macro = ManualPage.macro(for: argument, isShort: true)
      let more = argument.isRepeating ? " ..." : ""
      lines.append(argument.isOptional ? ".Op \(macro)\(more)" : ".\(macro)\(more)")
    }
    if isProgram { lines += [".Nm ladmp", ".Ar command", ".Op Ar argument ..."] }
  }

  /// `Fl \-format Ar format`
  private static func macro(
    for argument: CommandDescription.Argument, isShort: Bool
  ) -> String {
    let value = argument.valueName.map { "Ar \(Roff.word($0))" }
    if argument.isPositional { return value ?? "" }
    let names = isShort ? Array(argument.names.suffix(1)) : argument.names
    let flags = names.map { name in
      "Fl \(Roff.escaped(name).dropFirst(2))"
    }.joined(separator: " , ")
    return ([flags] + [value].compactMap { $0 }).joined(separator: " ")
  }

  private mutating func describe(_ command: CommandDescription) {
    paragraph(command.abstract)
    for line in command.discussion {
      guard line.hasPrefix("  ") else {
        lines.append(".Pp")
        paragraph(line)
        continue
      }
      lines.append(".Dl \(Roff.escaped(String(line.drop { $0 == " " })))")
    }
  }

  private mutating func options(of command: CommandDescription) {
    let rows = command.arguments.map { argument in
      var about = argument.about
      if !argument.values.isEmpty {
        about += " One of \(argument.values.joined(separator: ", "))."
      }
      if let value = argument.defaultValue, !value.isEmpty { about += " Default: \(value)." }
      return (macro: ManualPage.macro(for: argument, isShort: false), about: about)
    }
    table(rows)
  }

  private mutating func environment() {
    heading("ENVIRONMENT")
    table(ManualPage.variables.map { (macro: "Ev \($0.0)", about: $0.1) })
    heading("FILES")
    table(ManualPage.files.map { (macro: "Pa \($0.0)", about: $0.1) })
  }

  private mutating func examples(of command: String) {
    let examples = CommandExamples.all.filter { $0.command == command }
    guard !examples.isEmpty else { return }
    heading("EXAMPLES")
    for (place, example) in examples.enumerated() {
      if place > 0 { lines.append(".Pp") }
      paragraph(example.about + ":")
      lines.append(".Dl \(Roff.escaped(example.line))")
    }
  }

  private mutating func seeAlso(_ commands: [String]) {
    let topics = HelpTopic.allCases.map { ("ladmp-\($0.rawValue)", 7) }.filter { $0.0 != name }
    let pages = commands.map { ($0, 1) }.sorted { $0.0 < $1.0 } + topics.sorted { $0.0 < $1.0 }
    heading("SEE ALSO")
    for (place, page) in pages.enumerated() {
      lines.append(".Xr \(page.0) \(page.1)" + (place < pages.count - 1 ? " ," : ""))
    }
  }

  private mutating func add(_ block: ManualBlock) {
    switch block {
    case .heading(let text): lines.append(".Ss \(Roff.escaped(text))")
    case .paragraph(let text):
      if let last = lines.last, last != ".Sh DESCRIPTION", !last.hasPrefix(".Ss ") {
        lines.append(".Pp")
      }
      paragraph(text)
    case .terms(let terms): table(terms.map { (macro: Roff.word($0.word), about: $0.meaning) })
    case .example(let examples):
      lines.append(".Pp")
      lines += examples.map { ".Dl \(Roff.escaped($0))" }
    }
  }
}
