#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The folder that the benchmark works in, with what the programs beside it are to show.
enum Workshop {
  static let folder: String = {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    return "\(base)/ladmp-bench-\(getpid())"
  }()

  /// Makes the folder and goes into it.
  static func open() {
    for name in ["", "/files", "/calendar", "/.newsboat"] { mkdir(folder + name, 0o700) }
    guard chdir(folder) == 0 else { Report.stop("can't work in \(folder)") }
    for number in 1...40 { write("meeting \(number)\n", to: "files/meeting-\(number).txt") }
    write(
      "country,pillar,amount\n" + (1...200).map { "PE,\($0 % 4 + 1),\($0)0\n" }.joined(),
      to: "commitments.csv")
    write(
      (1...200).map { "2022-10-06 10:00:\($0 % 50 + 10) meeting in Lima \($0)\n" }.joined(),
      to: "meetings.log")
    write("file://\(folder)/feed.xml\n", to: ".newsboat/urls")
    let git = ["git", "-c", "user.name=Bench", "-c", "user.email=bench@example.org"]
    _ = Program.run(["git", "init", "-q", "."])
    _ = Program.run(git + ["commit", "-q", "--allow-empty", "-m", "Lima meeting"])
  }

  /// Takes the folder away.
  static func close() { _ = Program.run(["rm", "-rf", folder]) }

  static func write(_ text: String, to file: String) { write(Array(text.utf8), to: file) }

  static func write(_ bytes: [UInt8], to file: String) {
    guard let stream = fopen(file, "w"), fwrite(bytes, 1, bytes.count, stream) == bytes.count,
      fclose(stream) == 0
    else { Report.stop("can't write \(file)") }
  }

  /// A whole file of text; empty where there is none.
  static func text(of file: String) -> String {
    guard let stream = fopen(file, "r") else { return "" }
    defer { fclose(stream) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, stream), count > 0 {
      bytes += chunk.prefix(count)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The number after a name at the beginning of a file's line; 0 where there is none.
  static func field(_ name: String, of file: String) -> Int {
    let line = text(of: file).split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(whereSeparator: { " \t".contains($0) }).dropFirst().first.flatMap {
      Int($0)
    } ?? 0
  }

  static func names(in folder: String) -> [String] {
    guard let stream = opendir(folder) else { return [] }
    defer { closedir(stream) }
    var names: [String] = []
    while let entry = readdir(stream) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    return names
  }
}
