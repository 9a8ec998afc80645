import Foundation
import Testing

/// What the fuzzer began with and what it found (`make fuzz`).
@Suite struct CorpusTests {
  @Test(arguments: StoreProperty.allCases)
  func holdsForEveryInputThatIsKept(_ property: StoreProperty) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fuzz/Corpus/\(property.rawValue)")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    #expect(!files.isEmpty)
    for file in files {
      #expect(throws: Never.self, "\(file.lastPathComponent)") {
        try property.check(Array(try Data(contentsOf: file)))
      }
    }
  }
}
