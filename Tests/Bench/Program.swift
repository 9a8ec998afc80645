#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A program that runs to its end without a terminal.
enum Program {
  /// Runs it: how long it took, in milliseconds.
  ///
  /// - Parameters:
  ///   - input: a file that is its standard input.
  ///   - output: a file that takes its standard output.
  static func run(
    _ arguments: [String], input: String = "/dev/null", output: String = "/dev/null"
  ) -> Double {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    var words = arguments.map { strdup($0) } + [nil]
    defer { words.forEach { free($0) } }
    var process = pid_t()
    let start = Times.now
    guard posix_spawnp(&process, arguments[0], &actions, nil, &words, environ) == 0 else {
      Report.stop("can't run \(arguments[0])")
    }
    var status: Int32 = 0
    waitpid(process, &status, 0)
    let time = Times.now - start
    // grep and fzf say 1 where nothing is found.
    guard status & 0x7F == 0, status >> 8 <= 1 else {
      Report.stop("\(arguments.joined(separator: " ")) failed")
    }
    return time
  }
}
