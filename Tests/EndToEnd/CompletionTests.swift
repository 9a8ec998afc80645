import Foundation
import Testing

/// Completion as people have it: a shell on a terminal, and Tab.
@Suite(.serialized) struct CompletionEndToEnd {
  /// A shell with the script loaded in the way that it has for that.
  enum Shell: String, CaseIterable {
    case bash, zsh, fish

    /// How the shell is started so that no configuration speaks.
    var arguments: [String] {
      switch self {
      case .bash: ["--norc", "--noprofile", "-i"]
      case .zsh: ["-f", "-i"]
      case .fish: ["--no-config", "-i"]
      }
    }

    var preparation: [String] {
      switch self {
      case .bash: ["PS1='ready> '", "source <(ladmp completions bash)"]
      case .zsh:
        [
          "PS1='ready> '; autoload -U compinit; compinit -D -u", "setopt no_list_beep",
          "source <(ladmp completions zsh)",
        ]
      case .fish: ["function fish_prompt; echo 'ready> '; end", "ladmp completions fish | source"]
      }
    }

    /// Whether the machine has it.
    var isThere: Bool {
      ["/bin", "/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"].contains {
        FileManager.default.isExecutableFile(atPath: "\($0)/\(rawValue)")
      }
    }
  }

  private let home: StoreHome

  init() throws {
    home = try StoreHome()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/bin", withIntermediateDirectories: true)
    try FileManager.default.createSymbolicLink(
      atPath: home.folder + "/bin/ladmp", withDestinationPath: Session.binary)
  }

  private func start(_ shell: Shell) throws -> Session {
    let path = home.folder + "/bin:" + (Session.environment["PATH"] ?? "")
    let session = try Session(
      shell.arguments, program: shell.rawValue, columns: 160, rows: 50,
      setting: ["PATH": path, "HOME": home.folder, "XDG_DATA_HOME": home.folder],
      errorsOnTerminal: true)
    for line in shell.preparation { session.type(line + "\n") }
    // The line itself does not show what it prints.
    session.type("echo is-load''ed\n")
    try session.wait(forText: "is-loaded")
    return session
  }

  /// Types a line and Tab, waits for a text, and takes the line away again.
  private func complete(_ line: String, to text: String, in session: Session) throws {
    session.type("clear\n")
    session.type(line + "\t")
    do {
      try session.wait(for: "“\(text)” after “\(line)”", within: 1) { session.shows(text) }
    } catch {
      // Where several words go on, a second Tab shows them.
      session.type("\t")
      try session.wait(for: "“\(text)” after “\(line)”") { session.shows(text) }
    }
    // Ctrl-C leaves a list that is shown, Ctrl-U takes the line.
    session.type("\u{3}\u{15}")
  }

  @Test(arguments: Shell.allCases) func tabCompletes(_ shell: Shell) throws {
    guard shell.isThere else { return }
    let session = try start(shell)
    let lines = [
      ("ladmp com", "mitments"), ("ladmp countries --form", "--format"),
      ("ladmp countries --format ma", "--format markdown"),
      ("ladmp show bz-20", "show bz-2022-06-10-1"), ("ladmp brief lim", "brief lima-2022"),
      ("ladmp show per", "show peru"), ("ladmp brief A", "AR"),
      ("ladmp countries --columns id,alph", "--columns id,alpha3"),
      ("ladmp meetings --sort daysA", "--sort daysAhead"),
      ("ladmp --theme high", "--theme high-contrast"),
      ("ladmp countries region:so", "region:south-america"),
      ("ladmp commitments country:P", "PY"), ("ladmp next --as-of 2022-10-0", "2022-10-06"),
      ("ladmp add commitment country=P", "PE"), ("ladmp set lima-2022 --source lo", "lo-2022"),
    ]
    for (line, text) in lines { try complete(line, to: text, in: session) }
    session.type("exit\n")
  }

  /// A record can hold anything; what it holds is offered, and never carried out.
  @Test(arguments: Shell.allCases) func nothingOfTheRecordIsCarriedOut(_ shell: Shell) throws {
    guard shell.isThere else { return }
    let record = home.folder + "/evil.json"
    let names = ["Pexample $(touch \(home.folder)/ran)", "Pexample `touch \(home.folder)/ran`; x"]
    var text = try home.run("export").output
    text = text.replacingOccurrences(of: "\"en\": \"Peru\"", with: "\"en\": \"\(names[0])\"")
    text = text.replacingOccurrences(of: "\"en\": \"Panama\"", with: "\"en\": \"\(names[1])\"")
    try text.write(toFile: record, atomically: true, encoding: .utf8)
    let session = try start(shell)
    try complete("ladmp show --edition \(record) Pex", to: "Pexample", in: session)
    session.type("\necho is-do''ne\n")
    try session.wait(forText: "is-done")
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/ran"))
  }
}
