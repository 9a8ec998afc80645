#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A process with its output and its errors in pipes, and little or nothing to read.
struct GitProcess {
  let id: pid_t
  private var output: Int32
  private var errors: Int32
  /// What the system said of its end, once it was asked.
  private var status: Int32?

  /// Starts a program that is looked for where programs are.
  ///
  /// - Parameters:
  ///   - isAlone: whether it has no terminal at all, so that nothing can be asked there.
  ///   - input: what it reads; no more than a pipe holds.
  ///   - file: a file that it reads instead.
  /// - Returns: nil where it could not be started; `errno` says why.
  init?(
    _ arguments: [String], environment: [String], isAlone: Bool, input: [UInt8] = [],
    reading file: String? = nil
  ) {
    // Its end is waited for, whatever whoever started the program asked for.
    signal(SIGCHLD, SIG_DFL)
    var (out, err): ([Int32], [Int32]) = ([-1, -1], [-1, -1])
    guard pipe(&out) == 0 else { return nil }
    guard pipe(&err) == 0 else {
      out.forEach { close($0) }
      return nil
    }
    let read = GitProcess.filled(with: input)
    defer { if let read { close(read) } }
    for descriptor in out + err { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    #if canImport(Glibc)
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #else
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    if let read {
      posix_spawn_file_actions_adddup2(&actions, read, 0)
    } else {
      posix_spawn_file_actions_addopen(&actions, 0, file ?? "/dev/null", O_RDONLY, 0)
    }
    posix_spawn_file_actions_adddup2(&actions, out[1], 1)
    posix_spawn_file_actions_adddup2(&actions, err[1], 2)
    // Threads of the program hear no signals; what they start hears all.
    var (none, all) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    sigemptyset(&all)
    for number in [SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGPIPE, SIGCHLD] { sigaddset(&all, number) }
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let newSession = isAlone ? GitProcess.newSession : 0
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF) | newSession)
    var words = arguments.map { strdup($0) } + [nil]
    var settings = environment.map { strdup($0) } + [nil]
    defer { (words + settings).forEach { free($0) } }
    var made = pid_t()
    let problem = posix_spawnp(&made, arguments[0], &actions, &attributes, &words, &settings)
    close(out[1])
    close(err[1])
    guard problem == 0 else {
      close(out[0])
      close(err[0])
      errno = problem
      return nil
    }
    (id, output, errors) = (made, out[0], err[0])
  }

  /// The end of a pipe from which some bytes can be read, and then no more; nil for none.
  private static func filled(with bytes: [UInt8]) -> Int32? {
    var ends: [Int32] = [-1, -1]
    guard !bytes.isEmpty, bytes.count <= pipeSize, pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    _ = bytes.withUnsafeBytes { write(ends[1], $0.baseAddress, $0.count) }
    close(ends[1])
    return ends[0]
  }

  /// What every system's pipe holds, in bytes.
  private static let pipeSize = 1 << 14

  /// The flag for a session of its own, which Swift is not told by the system's headers everywhere.
  private static let newSession: Int16 = {
    #if canImport(Glibc)
      0x80
    #else
      0x0400
    #endif
  }()

  /// Asks a process to end, and all that it started where it has a session of its own.
  static func end(_ process: pid_t, _ number: Int32) {
    if kill(-process, number) != 0 { kill(process, number) }
  }

  /// Reads all that it writes, until it writes no more. What it started and left behind may hold
  /// its output for long: that is not waited for.
  ///
  /// - Parameter echoing: whether its errors are shown on standard error as they come.
  ///
  /// - Returns: also the lines that were not shown, as they say no progress.
  mutating func read(
    echoing: Bool
  ) -> (output: [UInt8], errors: [UInt8], held: String) {
    var (text, told): ([UInt8], [UInt8]) = ([], [])
    var heard = HeardText()
    var isOpen = [true, true]
    while isOpen.contains(true) {
      var waits = [output, errors].enumerated().map { place, descriptor in
        pollfd(fd: isOpen[place] ? descriptor : -1, events: Int16(POLLIN), revents: 0)
      }
      let count = poll(&waits, 2, GitProcess.pause)
      if count < 0 {
        guard errno == EINTR else { break }
        continue
      }
      if count == 0 {
        if hasEnded() { break }
        // Whoever waits may have asked the person for something, such as to visit an address.
        if echoing { GitProcess.echo(heard.whatWaits()) }
      }
      for place in 0..<2 where isOpen[place] && waits[place].revents != 0 {
        let bytes = GitProcess.chunk(from: waits[place].fd)
        if bytes.isEmpty { isOpen[place] = false }
        if place == 0 {
          text += bytes
        } else {
          told += bytes
          if echoing { GitProcess.echo(heard.take(bytes)) }
        }
      }
    }
    if echoing { GitProcess.echo(heard.rest()) }
    close(output)
    close(errors)
    return (text, told, heard.held)
  }

  /// How long nothing is heard before it is asked whether it is at its end, in milliseconds.
  private static let pause: Int32 = 250

  static func echo(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private mutating func hasEnded() -> Bool {
    var now: Int32 = 0
    if status == nil, waitpid(id, &now, WNOHANG) == id { status = now }
    return status != nil
  }

  private static func chunk(from descriptor: Int32) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      var got = 0
      repeat {
        got = bytesRead(descriptor, buffer.baseAddress, buffer.count)
      } while got < 0 && errno == EINTR
      count = max(0, got)
    }
  }

  /// Waits for its end.
  ///
  /// - Returns: its exit code; 128 and the number of a signal that ended it.
  func wait() -> Int32 {
    var status = self.status ?? 0
    while self.status == nil, waitpid(id, &status, 0) < 0 {
      // Where somebody asked not to be told of ends, there is none to be read.
      guard errno == EINTR else { return 255 }
    }
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
  }
}

private func bytesRead(_ descriptor: Int32, _ buffer: UnsafeMutablePointer<UInt8>?, _ count: Int)
  -> Int
{ read(descriptor, buffer, count) }
