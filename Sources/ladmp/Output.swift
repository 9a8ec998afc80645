import ArgumentParser
import Dashboard
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What goes to standard output and standard error.
enum Output {
  /// How many faults are told one by one.
  static let faultLimit = 20

  /// Writes text to standard output. A reader that has gone away ends the program quietly.
  static func say(_ text: String) { say(bytes: Array(text.utf8)) }

  /// Writes a line to standard error, made safe for the terminal.
  static func warn(_ message: String) {
    _ = send("\(message.visible)\n", to: STDERR_FILENO)
  }

  /// Tells what is wrong, made safe for the terminal, and ends with a code from sysexits.
  static func fail(_ messages: [String], code: ExitCode, limit: Int = faultLimit) -> Never {
    for message in messages.prefix(limit) { warn(message) }
    if messages.count > limit { warn("and more; mend these first") }
    exit(code.rawValue)
  }

  /// Tells what is wrong with the command line, and ends with the code for it.
  static func misuse(_ message: String) -> Never {
    fail(["ladmp: \(message)"], code: .validationFailure)
  }

  /// Tells why a record can't be read, and ends with the code for it.
  static func stop(for error: any Error, limit: Int = faultLimit) -> Never {
    switch error {
    case let faults as RecordFaults:
      fail(faults.faults.map(\.description), code: .dataError, limit: limit)
    case let fault as FileFault: fail([fault.description], code: .noInput)
    case let fault as WriteFault: fail([fault.description], code: .outputError)
    default: fail(["\(error)"], code: .dataError)
    }
  }

  /// Whether all of the text was written.
  static func send(_ text: String, to descriptor: Int32) -> Bool {
    send(Array(text.utf8), to: descriptor)
  }

  /// Writes bytes to standard output. A reader that has gone away ends the program quietly.
  static func say(bytes: [UInt8]) {
    guard !send(bytes, to: STDOUT_FILENO) else { return }
    let problem = errno
    if problem != EPIPE {
      warn("ladmp: the output can't be written: \(String(cString: strerror(problem)))")
    }
    exit(ExitCode.outputError.rawValue)
  }

  /// Whether all of the bytes were written.
  static func send(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var bytes = bytes[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }
}

extension ExitCode {
  /// The record is not as it should be (sysexits EX_DATAERR).
  static let dataError = ExitCode(65)
  /// A file can't be read (EX_NOINPUT).
  static let noInput = ExitCode(66)
  /// The program itself is at fault (EX_SOFTWARE).
  static let softwareError = ExitCode(70)
  /// A file can't be made (EX_CANTCREAT).
  static let cannotCreate = ExitCode(73)
  /// Something can't be written (EX_IOERR).
  static let outputError = ExitCode(74)
  /// The configuration is not as it should be, or the surroundings lack a place (EX_CONFIG).
  static let configError = ExitCode(78)
}
