import ArgumentParser

/// Prints the script with which a shell completes the program's words.
struct CompletionsCommand: ParsableCommand {
  /// A shell that completes words by a script.
  enum Shell: String, ExpressibleByArgument, CaseIterable {
    case bash, zsh, fish

    var known: CompletionShell {
      switch self {
      case .bash: .bash
      case .zsh: .zsh
      case .fish: .fish
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "completions",
    abstract: "Print the script with which bash, zsh or fish completes words.",
    discussion: """
      bash: ladmp completions bash > ~/.local/share/bash-completion/completions/ladmp
      zsh: ladmp completions zsh > a folder of $fpath, as _ladmp
      fish: ladmp completions fish > ~/.config/fish/completions/ladmp.fish
      “make install” and the package put them in their places.
      """)

  @Argument(help: "The shell.")
  var shell: Shell

  func run() throws {
    let script = Ladmp.completionScript(for: shell.known)
    // A shell reads the script into itself: a line that names an interpreter has no meaning.
    let isNamed = script.hasPrefix("#!")
    let lines = isNamed ? script.drop { $0 != "\n" } : script[...]
    Output.say((isNamed ? "# \(shell.rawValue) completion for ladmp" : "") + lines + "\n")
  }
}
