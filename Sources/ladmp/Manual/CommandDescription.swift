import ArgumentParser
import Declaration
import Store

/// A command as its own definition describes it.
struct CommandDescription {
  /// An argument, an option or a flag.
  struct Argument {
    let isPositional: Bool
    /// The names as they are typed: `-0`, `--null`.
    let names: [String]
    /// What stands after the names; nil for a flag.
    let valueName: String?
    let isOptional: Bool
    let isRepeating: Bool
    let about: String
    let values: [String]
    let defaultValue: String?
  }

  let name: String
  let abstract: String
  /// Lines of the discussion; those that begin with two blanks are examples.
  let discussion: [String]
  let arguments: [Argument]
  let subcommands: [CommandDescription]

  /// The program with its commands, from the definitions that read the command line.
  static var program: CommandDescription? {
    let dump = Edition.value(of: Array(Ladmp._dumpHelp().utf8))
    return dump?["command"].map(CommandDescription.init)
  }

  /// The commands that have a page; the parser's own “help” has nothing to tell beside the topics.
  var commands: [CommandDescription] {
    subcommands.filter { !["help", MergeStoreCommand._commandName].contains($0.name) }
  }

  private init(_ value: RecordValue) {
    name = value["commandName"]?.text ?? ""
    abstract = value["abstract"]?.text ?? ""
    let discussion = value["discussion"]?.text ?? ""
    self.discussion = discussion.split(separator: "\n").map(String.init)
    arguments = (value["arguments"]?.elements ?? []).filter { $0["shouldDisplay"] != .flag(false) }
      .map(Argument.init)
    subcommands = (value["subcommands"]?.elements ?? []).map(CommandDescription.init)
  }
}

extension CommandDescription.Argument {
  fileprivate init(_ value: RecordValue) {
    let kind = value["kind"]?.text
    isPositional = kind == "positional"
    names = (value["names"]?.elements ?? []).map { name in
      (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
    }
    valueName = kind == "flag" ? nil : value["valueName"]?.text ?? ""
    isOptional = value["isOptional"] == .flag(true)
    isRepeating = value["isRepeating"] == .flag(true)
    about = value["abstract"]?.text ?? ""
    values = (value["allValues"]?.elements ?? []).compactMap(\.text)
    defaultValue = value["defaultValue"]?.text
  }
}
