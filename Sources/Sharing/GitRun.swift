#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's own git, run without a shell and kept to one folder.
public struct Git: Sendable {
  /// What a run of git came to.
  struct Outcome {
    let code: Int32
    let output: [UInt8]
    let errors: String

    var text: String { String(decoding: output, as: UTF8.self) }
    /// The output without the end of its last line.
    var line: String {
      text.hasSuffix("\n") ? String(text.dropLast()) : text
    }

    /// Whether it was ended from outside, so that it may have left anything.
    var isEndedBySignal: Bool { code > 128 }

    /// What git, its hooks and the remote say went wrong, a line each.
    var words: [String] {
      let lines = errors.split(whereSeparator: \.isNewline)
        .filter { line in
          !line.hasPrefix("hint:") && !line.contains("% (") && line.contains { !$0.isWhitespace }
        }
      let plain = lines.suffix(8).map { line -> String in
        // Git fills what a remote says with spaces, so that it covers what stood there.
        let line = line.withoutEndingSpace
        for prefix in ["fatal: ", "error: "] where line.hasPrefix(prefix) {
          return String(line.dropFirst(prefix.count))
        }
        return String(line)
      }
      return plain.isEmpty ? ["it ended with \(code)"] : plain
    }
  }

  /// How git talks to the person.
  public enum Manner: Sendable {
    /// On the terminal: it may ask, and shows how far it is.
    case terminal(showsProgress: Bool)
    /// Behind a screen: it may not ask, and is not heard.
    case background
  }

  let folder: String
  let manner: Manner
  /// Told which process runs, and that none does, so that somebody else can end it.
  let running: @Sendable (pid_t?) -> Void

  /// Git in a folder.
  public init(
    folder: String, manner: Manner, running: @escaping @Sendable (pid_t?) -> Void = { _ in }
  ) {
    (self.folder, self.manner, self.running) = (folder, manner, running)
  }

  /// Asks a process that runs to end, with all that it started behind a screen.
  ///
  /// - Parameter atOnce: whether it is not asked, but ended.
  public static func end(_ process: pid_t, atOnce: Bool = false) {
    GitProcess.end(process, atOnce ? SIGKILL : SIGTERM)
  }

  /// Runs git and waits for it.
  ///
  /// - Parameters:
  ///   - arguments: what is asked of it.
  ///   - input: what it reads; no more than a pipe holds.
  ///   - isHeard: whether what it says on standard error is shown while it runs.
  /// - Throws: ``ShareTrouble/noGit``.
  func run(
    _ arguments: [String], input: [UInt8] = [], isHeard: Bool = false
  ) throws(ShareTrouble) -> Outcome {
    var process = try start(arguments, input)
    running(process.id)
    defer { running(nil) }
    let echoes: Bool
    if case .terminal = manner { echoes = isHeard } else { echoes = false }
    let read = process.read(echoing: echoes)
    let code = process.wait()
    // What went wrong is told after it is said what it means.
    if echoes, code == 0 { GitProcess.echo(read.held) }
    return Outcome(
      code: code, output: read.output, errors: String(decoding: read.errors, as: UTF8.self))
  }

  /// Runs git, and answers what it prints.
  ///
  /// - Throws: ``ShareTrouble`` where it fails.
  func ask(_ arguments: String...) throws(ShareTrouble) -> Outcome {
    let outcome = try run(arguments)
    guard outcome.code == 0 else { throw .git(arguments[0], outcome.words) }
    return outcome
  }

  /// What git prints in a line; nil where it fails.
  func line(_ arguments: String...) throws(ShareTrouble) -> String? {
    let outcome = try run(arguments)
    return outcome.code == 0 ? outcome.line : nil
  }

  /// The object that a name leads to; nil where it leads nowhere.
  ///
  /// - Throws: ``ShareTrouble`` where git can't say that.
  func found(_ name: String) throws(ShareTrouble) -> String? {
    let outcome = try run(["rev-parse", "--quiet", "--verify", name])
    guard outcome.code <= 1 else { throw .git("rev-parse", outcome.words) }
    return outcome.code == 0 ? outcome.line : nil
  }

  private func start(_ arguments: [String], _ input: [UInt8]) throws(ShareTrouble) -> GitProcess {
    let isAlone: Bool
    if case .background = manner { isAlone = true } else { isAlone = false }
    let environment = GitEnvironment.clean(isAlone: isAlone)
    guard
      let process = GitProcess(
        ["git", "-C", folder] + arguments, environment: environment, isAlone: isAlone,
        input: input)
    else {
      throw errno == ENOENT ? .noGit : .git(arguments[0], [String(cString: strerror(errno))])
    }
    return process
  }
}

extension Substring {
  /// It without the spaces at its end.
  var withoutEndingSpace: Substring {
    var rest = self
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return rest
  }
}

/// What git finds in its environment.
enum GitEnvironment {
  /// What leads git to another repository than that of its folder.
  private static let leading = [
    "GIT_DIR", "GIT_WORK_TREE", "GIT_CONFIG", "GIT_IMPLICIT_WORK_TREE", "GIT_INDEX_FILE",
    "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES", "GIT_NAMESPACE", "GIT_PREFIX", "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE", "GIT_REPLACE_REF_BASE", "GIT_LITERAL_PATHSPECS",
    "GIT_GLOB_PATHSPECS", "GIT_NOGLOB_PATHSPECS", "GIT_ICASE_PATHSPECS", "GIT_QUARANTINE_PATH",
  ]

  /// The program's environment without that. Where nobody can be asked, nothing is to ask.
  static func clean(isAlone: Bool) -> [String] {
    var all: [String] = []
    var place = environ
    while let entry = place.pointee {
      all.append(String(cString: entry))
      place += 1
    }
    // Messages are read, in English; nothing else of the language is changed.
    // Whoever only looks takes no lock, which would be left behind where it is ended in the middle.
    var set = ["LANGUAGE=en", "GIT_MERGE_AUTOEDIT=no", "GIT_OPTIONAL_LOCKS=0"]
    var left = leading + ["LANGUAGE", "GIT_MERGE_AUTOEDIT", "GIT_OPTIONAL_LOCKS"]
    if isAlone {
      set.append("GIT_TERMINAL_PROMPT=0")
      left += ["GIT_TERMINAL_PROMPT", "GPG_TTY"]
    }
    return all.filter { entry in !left.contains { entry.hasPrefix("\($0)=") } } + set
  }
}
