import Dashboard
import Threads

#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's web browser, started without a shell.
enum Browser {
  /// Opens a link; over ssh, where a browser would open on the wrong machine, copies it instead.
  static func open(_ link: String) -> Notice {
    guard link.hasPrefix("https://") || link.hasPrefix("http://") else {
      return Notice("Not a web address: \(link)", isWarning: true)
    }
    guard Environment.value("SSH_CONNECTION") == nil else {
      _ = copy(link)
      return Notice("Copied the link: \(link)")
    }
    guard let browser = start([program, link]) else {
      return Notice("No browser could be started. The link: \(link)", isWarning: true)
    }
    // The browser may run for hours; its end is taken note of, so that nothing of it stays.
    WorkThread { _ = end(of: browser) }?.leave()
    return Notice("Opening \(link)")
  }

  /// Hands a text to the clipboard of the user's own terminal (OSC 52), which may refuse it.
  static func copy(_ text: String) -> Notice {
    let encoded = Data(text.utf8).base64EncodedString()
    let order = "\u{1B}]52;c;\(encoded)\u{7}"
    let isSent =
      if Environment.value("TMUX") != nil {
        // tmux ignores the order of a program in it unless it is told not to; asked itself, it keeps
        // the text and hands it on.
        start(["tmux", "set-buffer", "-w", "--", text]).map { end(of: $0) } == 0
          || Output.send(order, to: STDOUT_FILENO)
      } else if Environment.value("STY") != nil {
        Output.send(throughScreen(order), to: STDOUT_FILENO)
      } else {
        Output.send(order, to: STDOUT_FILENO)
      }
    guard isSent else { return Notice("The terminal can't be written to.", isWarning: true) }
    return Notice("Sent to the clipboard: \(text.prefix { $0 != "\n" })")
  }

  /// GNU screen hands on what is wrapped for the terminal outside, in pieces that are not too long.
  private static func throughScreen(_ order: String) -> String {
    var (rest, wrapped) = (Substring(order), "")
    while !rest.isEmpty {
      wrapped += "\u{1B}P\(rest.prefix(screenPiece))\u{1B}\\"
      rest = rest.dropFirst(screenPiece)
    }
    return wrapped
  }

  private static let screenPiece = 200

  /// The first of `$BROWSER`, else what the desktop has for it.
  private static var program: String {
    let named = Environment.value("BROWSER")?.split(separator: ":").first.map(String.init)
    #if os(macOS)
      return named ?? "open"
    #else
      return named ?? "xdg-open"
    #endif
  }

  /// Starts a program that has nothing to do with the terminal.
  ///
  /// - Returns: its process; nil where it could not be started.
  private static func start(_ arguments: [String]) -> pid_t? {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for descriptor in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_RDWR, 0)
    }
    var strings = arguments.map { strdup($0) } + [nil]
    defer { strings.forEach { free($0) } }
    var process = pid_t()
    return posix_spawnp(&process, arguments[0], &actions, nil, &strings, environ) == 0
      ? process : nil
  }

  /// Waits for a program's end.
  ///
  /// - Returns: 0 where all was well.
  private static func end(of process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 {
      guard errno == EINTR else { return -1 }
    }
    return status
  }
}
