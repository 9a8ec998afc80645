#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the benchmark says while and after it runs.
enum Report {
  /// Says what is being measured, on one line that is written over.
  static func progress(_ what: String, _ round: Int) { tell("\r\u{1B}[K\(what), round \(round)") }

  static func stop(_ text: String) -> Never {
    tell("bench: \(text)\n")
    exit(1)
  }

  static func tell(_ text: String) { _ = text.withCString { write(STDERR_FILENO, $0, strlen($0)) } }

  /// The processor and the system that it was measured on.
  static var machine: String {
    let model = Workshop.text(of: "/proc/cpuinfo").split(separator: "\n")
      .first { $0.hasPrefix("model name") }?.split(separator: ":").last
      .map { $0.drop { $0 == " " } }
    var system = utsname()
    uname(&system)
    let name = withUnsafeBytes(of: &system.sysname) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    let cores = sysconf(Int32(_SC_NPROCESSORS_ONLN))
    return "\(name), \(model.map(String.init) ?? "unknown processor"), \(cores) cores"
  }

  private static let (begin, end) = ("<!-- measured: begin -->", "<!-- measured: end -->")

  /// Puts a text between the two marks of a file.
  static func put(_ text: String, into file: String) {
    let whole = Workshop.text(of: file)
    let parts = whole.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = parts.firstIndex(of: begin[...]), let last = parts.firstIndex(of: end[...]),
      first < last
    else { stop("\(file) lacks the marks “\(begin)” and “\(end)”") }
    let lines = parts[...first].map(String.init) + ["", text] + parts[last...].map(String.init)
    Workshop.write(lines.joined(separator: "\n"), to: file)
  }
}
