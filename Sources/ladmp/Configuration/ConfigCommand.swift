import ArgumentParser
import Dashboard
import Declaration
import Store

/// Prints what is set, and where.
struct ConfigCommand: ParsableCommand {
  /// How it is written.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Print what is set, and where each value comes from.",
    discussion: """
      The configuration is config.json in the folder ladmp of your configuration folder, \
      ~/.config unless XDG_CONFIG_HOME names another: one object whose names stand for options.
        { "theme": "dark", "as_of": "today", "keys": { "next_meeting": "m", "map": "F2" } }
      The command line goes before the environment, the environment before the configuration, that \
      before what was chosen last in the dashboard. \
      A wrong name or value is told with its line and column, exit code 78.
      """)

  @Option(help: "How it is written.")
  var format = Format.text

  /// A setting with what holds and why.
  private struct Row {
    let setting: Setting
    let value: String
    let origin: String
  }

  func run() throws {
    let configuration = Configuration.users
    _ = configuration.keys
    let rows = Setting.allCases.map { row(of: $0, in: configuration) }
    switch format {
    case .text: say(rows, configuration)
    case .json: Output.say(json(rows, configuration))
    }
  }

  private func row(of setting: Setting, in configuration: Configuration) -> Row {
    if let (name, value) = setting.variable {
      return Row(setting: setting, value: value, origin: name)
    }
    if let value = configuration[setting], let line = configuration.line(of: setting) {
      return Row(setting: setting, value: value, origin: "\(configuration.file ?? ""):\(line)")
    }
    return Row(setting: setting, value: setting.usual, origin: "default")
  }

  private func say(_ rows: [Row], _ configuration: Configuration) {
    let file = configuration.file ?? "no place for config.json is known"
    Output.say("\(file)\(configuration.isThere ? "" : " (not there)")".visible + "\n\n")
    let names = rows.map(\.setting.rawValue.cellWidth).max() ?? 0
    let values = rows.map(\.value.cellWidth).max() ?? 0
    for row in rows {
      let name = row.setting.rawValue.rightPadded(to: names)
      Output.say("\(name)  \(row.value.rightPadded(to: values))  \(row.origin)".visible + "\n")
    }
  }

  private func json(_ rows: [Row], _ configuration: Configuration) -> String {
    let settings = rows.map { row in
      let value: RecordValue =
        row.setting.kind == .flag ? .flag(row.value == "true") : .text(row.value)
      let fields: [String: RecordValue] = [
        "value": value, "origin": .text(row.origin), "option": .text(row.setting.option),
        "default": .text(row.setting.usual),
      ]
      return (row.setting.rawValue, RecordValue.entry(fields))
    }
    let whole = RecordValue.entry([
      "file": configuration.file.map { .text($0) } ?? .null,
      "settings": .entry(Dictionary(settings) { first, _ in first }),
    ])
    return String(decoding: Edition.text(of: whole), as: UTF8.self)
  }
}
