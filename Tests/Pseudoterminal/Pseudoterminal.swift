#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A terminal without a screen, and the program that runs on it.
public final class Pseudoterminal {
  /// Why a program could not be started.
  public struct Failure: Error, CustomStringConvertible {
    /// What failed and what the system says.
    public let description: String

    init(_ call: String, _ code: Int32 = errno) {
      description = "\(call): \(String(cString: strerror(code)))"
    }
  }

  /// How a program ended.
  public enum Ending: Hashable, Sendable {
    case exit(Int32)
    case signal(Int32)
  }

  /// The end that the test holds.
  public private(set) var master: Int32
  private var slave: Int32
  private let errors: Int32
  /// The program's process; also its session and process group.
  public let process: pid_t
  /// The terminal's modes before the program was started.
  public let modesBefore: [tcflag_t]
  /// How the program ended, once it has.
  public private(set) var ending: Ending?

  /// Starts a program in a session of its own, with the terminal as input and output and standard
  /// error in a pipe.
  ///
  /// - Parameter output: a file that takes the output in place of the terminal.
  public init(
    _ arguments: [String], environment: [String: String], columns: Int, rows: Int,
    output: String? = nil, errorsOnTerminal: Bool = false
  ) throws {
    var (master, slave) = (Int32(-1), Int32(-1))
    var name = [CChar](repeating: 0, count: 128)
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    guard openpty(&master, &slave, &name, nil, &size) == 0 else { throw Failure("openpty") }
    modesBefore = Pseudoterminal.modes(of: slave)
    var pipeEnds: [Int32] = [-1, -1]
    guard pipe(&pipeEnds) == 0 else { throw Failure("pipe") }
    for descriptor in [master, slave] + pipeEnds { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
    _ = fcntl(pipeEnds[0], F_SETFL, O_NONBLOCK)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened in a new session, the terminal becomes the program's controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    if let output {
      posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
    }
    posix_spawn_file_actions_adddup2(&actions, errorsOnTerminal ? 0 : pipeEnds[1], 2)

    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80
    var usual = sigset_t()
    sigfillset(&usual)
    posix_spawnattr_setsigdefault(&attributes, &usual)
    sigemptyset(&usual)
    posix_spawnattr_setsigmask(&attributes, &usual)
    posix_spawnattr_setflags(
      &attributes, newSession | Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))

    var process = pid_t()
    let program = arguments[0]
    let code = Pseudoterminal.withStrings(arguments) { arguments in
      Pseudoterminal.withStrings(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    close(pipeEnds[1])
    (self.master, self.slave, errors, self.process) = (master, slave, pipeEnds[0], process)
    guard code == 0 else { throw Failure("posix_spawn \(arguments[0])", code) }
  }

  deinit {
    if !hasEnded {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
    close(errors)
  }

  /// Takes the terminal away, as a window that is closed does.
  public func hangUp() {
    for descriptor in [master, slave] where descriptor >= 0 { close(descriptor) }
    (master, slave) = (-1, -1)
  }

  private static func withStrings<Result>(
    _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let copies = strings.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }

  /// Reads what the program has written, waiting at most so many milliseconds for it.
  ///
  /// - Parameter limit: the most bytes that are read.
  public func read(within milliseconds: Int32, limit: Int = 1 << 16) -> [UInt8] {
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return [] }
    return Pseudoterminal.chunk(from: master, limit: limit)
  }

  /// What the program has written to standard error since the last time.
  public func readErrors() -> [UInt8] { Pseudoterminal.chunk(from: errors) }

  private static func chunk(from descriptor: Int32, limit: Int = 1 << 16) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: limit) { buffer, count in
      #if canImport(Glibc)
        count = max(0, Glibc.read(descriptor, buffer.baseAddress, limit))
      #else
        count = max(0, Darwin.read(descriptor, buffer.baseAddress, limit))
      #endif
    }
  }

  /// Sends bytes as if they were typed.
  public func write(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { buffer in
        #if canImport(Glibc)
          Glibc.write(master, buffer.baseAddress, buffer.count)
        #else
          Darwin.write(master, buffer.baseAddress, buffer.count)
        #endif
      }
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
    }
  }

  /// Gives the terminal another size; the system tells the program.
  public func resize(columns: Int, rows: Int) {
    var size = winsize(
      ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
  }

  /// Sends a signal to the program.
  public func send(_ signal: Int32) { kill(process, signal) }

  /// Whether the program has ended.
  public var hasEnded: Bool {
    if ending != nil { return true }
    var status: Int32 = 0
    guard waitpid(process, &status, WNOHANG) == process else { return false }
    let signal = status & 0x7F
    ending = signal == 0 ? .exit(status >> 8 & 0xFF) : .signal(signal)
    return true
  }

  /// Whether nothing goes on: all that was typed is read, all that was written is read here, and
  /// every thread of the program sleeps. Only where the system has `/proc`.
  public var isCalm: Bool {
    var waiting: Int32 = 0
    var descriptor = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard ioctl(slave, UInt(FIONREAD), &waiting) == 0, waiting == 0, poll(&descriptor, 1, 0) == 0,
      let threads = opendir("/proc/\(process)/task")
    else { return false }
    defer { closedir(threads) }
    while let entry = readdir(threads) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix("."), !isAsleep(thread: name) { return false }
    }
    return true
  }

  private func isAsleep(thread: String) -> Bool {
    let file = open("/proc/\(process)/task/\(thread)/stat", O_RDONLY)
    guard file >= 0 else { return false }
    defer { close(file) }
    // The state stands after the name, which may have any character.
    let text = Pseudoterminal.chunk(from: file)
    guard let end = text.lastIndex(of: UInt8(ascii: ")")) else { return false }
    return text.dropFirst(end + 2).first == UInt8(ascii: "S")
  }

  /// The terminal's modes: input, output, control and local flags.
  public var modes: [tcflag_t] { Pseudoterminal.modes(of: slave) }

  private static func modes(of terminal: Int32) -> [tcflag_t] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag]
  }
}
