import Foundation
import Store

/// Libraries that are not the program's own and read what it writes.
enum Readers {
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  /// The project's folder.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Python with the libraries; installed where they are missing, and a failure where they can't be.
  private static let python = Result<String, any Error>(catching: {
    let need = try run("/bin/sh", [root.path + "/.ci/need", "python-libs"])
    guard need.code == 0 else { throw Failure(description: need.errors) }
    return root.path + "/.build/python/bin/python"
  })

  /// What a reader makes of a text.
  static func read<Found: Decodable>(
    _ kind: String, _ text: String, as type: Found.Type = Found.self
  ) throws -> Found {
    try read([kind], text)
  }

  static func rows(_ kind: String, _ text: String) throws -> [[String: String]] {
    try read(kind, text)
  }

  /// What in a JSON text breaks the schema of an output.
  static func schemaFaults(_ name: String, _ text: String) throws -> [String] {
    try read(["schema", root.path + "/Resources/output.schema.json", name], text)
  }

  /// What a reader makes of files that `ladmp export` wrote.
  static func publication<Found: Decodable>(
    _ arguments: String..., as type: Found.Type = Found.self
  ) throws -> Found {
    let script = root.path + "/Tests/EndToEnd/publications.py"
    let found = try run(try python.get(), [script] + arguments)
    guard found.code == 0 else { throw Failure(description: "\(arguments) \(found.errors)") }
    return try JSONDecoder().decode(Found.self, from: found.output)
  }

  private static func read<Found: Decodable>(
    _ arguments: [String], _ text: String
  ) throws -> Found {
    let file = NSTemporaryDirectory() + "ladmp-read-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data(text.utf8).write(to: URL(fileURLWithPath: file))
    let script = root.path + "/Tests/EndToEnd/readers.py"
    let found = try run(try python.get(), [script] + arguments + [file])
    guard found.code == 0 else { throw Failure(description: "\(found.errors)\n\(text)") }
    return try JSONDecoder().decode(Found.self, from: found.output)
  }

  private static func run(
    _ program: String, _ arguments: [String]
  ) throws -> (code: Int32, output: Data, errors: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    let file = NSTemporaryDirectory() + "ladmp-errors-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data().write(to: URL(fileURLWithPath: file))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: file))
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, output, try String(contentsOfFile: file, encoding: .utf8))
  }
}

/// A record with texts that formats and terminals stumble over.
enum NastyRecord {
  static let text =
    "a, \"b\"; c\\d | *e*\tf\r\ng\nÉé 日本 \u{1B}[31m\u{7}\u{202E}x"
    + String(repeating: "ñ", count: 90)

  /// Writes the record into a folder and returns its path.
  static func write(in folder: String) throws -> String {
    var record =
      try JSONSerialization.jsonObject(with: Data(Edition.builtInBytes)) as? [String: Any]
    func change(_ collection: String, _ id: String, _ fields: [String: Any]) {
      var entries = record?[collection] as? [String: [String: Any]]
      entries?[id]?.merge(fields) { $1 }
      record?[collection] = entries
    }
    change("sources", "lo-2022", ["title": text])
    change("countries", "PE", ["name": ["en": text]])
    change("pillars", "2", ["title": ["en": text]])
    change("commitments", "us-2022-06-10-1", ["text": ["en": text]])
    change("disputes", "launch-date", ["about": ["en": text]])
    change("packages", "05", ["title": ["en": text]])
    change("meetings", "lima-2022", ["title": ["en": text], "starts": "09:00"])
    let file = folder + "/nasty.json"
    try JSONSerialization.data(withJSONObject: record as Any).write(to: URL(fileURLWithPath: file))
    return file
  }
}
