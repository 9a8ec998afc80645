import Foundation

/// The inputs that the fuzzer began with and those that it found, kept in `Tests/Fuzz/Corpus`.
public enum Corpus {
  /// Why there is nothing to try.
  public struct Missing: Error {
    /// The folder without inputs.
    public let folder: String
  }

  /// The inputs of a fuzzer by its name, each with the name of its file.
  public static func inputs(of fuzzer: String) throws -> [(name: String, bytes: [UInt8])] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Corpus/\(fuzzer)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    guard !files.isEmpty else { throw Missing(folder: folder.path) }
    return try files.map { ($0.lastPathComponent, Array(try Data(contentsOf: $0))) }
  }
}
