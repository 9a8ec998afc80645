import Dashboard
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The editor that the user chose with `VISUAL` or `EDITOR`, started without a shell.
enum TextEditor {
  /// The editor and its arguments; nil when none is chosen.
  static var command: [String]? {
    let named = Environment.value("VISUAL") ?? Environment.value("EDITOR")
    let words = named?.split(separator: " ").map(String.init) ?? []
    return words.isEmpty ? nil : words
  }

  /// Lets the user edit a text.
  static func edit(_ text: String) -> Edited {
    guard let command else { return .unable("No editor is chosen") }
    guard let file = temporaryFile(text) else {
      return .unable("There is no place for the editor's file: \(String(cString: strerror(errno)))")
    }
    // An editor that ended badly may have saved all the same.
    let problem = run(command + [file])
    guard problem == 0 else {
      unlink(file)
      return .unable("“\(command[0])” can't be started: \(String(cString: strerror(problem)))")
    }
    guard let bytes = try? RecordFile.bytes(of: file) else {
      unlink(file)
      return .unchanged
    }
    guard var edited = String(validating: bytes, as: UTF8.self) else {
      return .unable("What the editor wrote in \(file) is not UTF-8, and is kept there")
    }
    unlink(file)
    while edited.last?.isNewline ?? false { edited.removeLast() }
    return edited == text ? .unchanged : .text(edited)
  }

  private static func temporaryFile(_ text: String) -> String? {
    let folder = Environment.value("TMPDIR") ?? "/tmp"
    var name = Array("\(folder)/ladmp-note-XXXXXX.txt".utf8CString)
    let descriptor = mkstemps(&name, 4)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    guard Output.send(text.isEmpty ? "" : text + "\n", to: descriptor) else { return nil }
    return String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Runs a program on this terminal and waits for it. While it is stopped, this program is too, so
  /// that the shell has the terminal.
  ///
  /// - Returns: 0, or why it could not be started.
  private static func run(_ arguments: [String]) -> Int32 {
    // Ended children are waited for here, whatever whoever started the program asked for.
    signal(SIGCHLD, SIG_DFL)
    // What is typed at the editor, such as Ctrl-C, is meant for it.
    let before = (signal(SIGINT, SIG_IGN), signal(SIGQUIT, SIG_IGN))
    defer {
      signal(SIGINT, before.0)
      signal(SIGQUIT, before.1)
    }
    var strings = arguments.map { strdup($0) } + [nil]
    defer { strings.forEach { free($0) } }
    var process = pid_t()
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var heard = sigset_t()
    sigemptyset(&heard)
    for number in [SIGINT, SIGQUIT] { sigaddset(&heard, number) }
    posix_spawnattr_setsigdefault(&attributes, &heard)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let problem = posix_spawnp(&process, arguments[0], nil, &attributes, &strings, environ)
    guard problem == 0 else { return problem }
    var status: Int32 = 0
    while true {
      if waitpid(process, &status, WUNTRACED) < 0 {
        guard errno == EINTR else { return 0 }
      } else if status & 0xFF == 0x7F {
        raise(SIGSTOP)
        kill(process, SIGCONT)
      } else {
        return 0
      }
    }
  }
}
