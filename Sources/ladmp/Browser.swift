import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The user's web browser, started without a shell.
enum Browser {
  /// Opens a link, or says why it is only shown.
  static func open(_ link: String) -> Notice {
    guard link.hasPrefix("https://") || link.hasPrefix("http://") else {
      return Notice("Not a web address: \(link)", isWarning: true)
    }
    guard Environment.value("SSH_CONNECTION") == nil else { return Notice("The link: \(link)") }
    guard start([program, link]) else {
      return Notice("No browser could be started. The link: \(link)", isWarning: true)
    }
    return Notice("Opening \(link)")
  }

  /// The first of `$BROWSER`, else what the desktop has for it.
  private static var program: String {
    let named = Environment.value("BROWSER")?.split(separator: ":").first.map(String.init)
    #if os(macOS)
      return named ?? "open"
    #else
      return named ?? "xdg-open"
    #endif
  }

  /// Starts a program that has nothing to do with the terminal; it is not waited for.
  private static func start(_ arguments: [String]) -> Bool {
    signal(SIGCHLD, SIG_IGN)
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
  }
}
