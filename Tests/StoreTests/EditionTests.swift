import Declaration
import Foundation
import SeededGenerator
import Testing

@testable import Store

@Suite struct EditionTests {
  @Test func theBuiltInRecordHasWhatTheArticleSays() throws {
    let dossier = try Edition.builtIn()
    let launch = try #require(dossier.meeting("launch-2022"))
    let named = ["BR", "CA", "CO", "GT", "HT", "HN", "MX"]
    #expect(named.allSatisfy { launch.attendance[$0]?.sources.contains("lo-2022") ?? false })
    #expect(launch.attendance["US"]?.who?.english.contains("Sullivan") ?? false)
    #expect(launch.attendance["US"]?.who?.english.contains("Sherwood-Randall") ?? false)
    let snapshot = dossier.asOf(dossier.startDay)
    #expect(snapshot.dates(of: launch).map(\.description) == ["2022-09-26", "2022-09-27"])
    let next = try #require(snapshot.nextMeeting)
    #expect(next.id == "lima-2022" && next.venue.country == "PE")
    #expect(snapshot.phase(of: next) == .ahead(days: 8))
    #expect(dossier.countries.count == 35 && dossier.packages.count == 11)
    let cited = dossier.context.filter { $0.sources.contains("lo-2022") }.map(\.text.english)
    for word in ["62 million", "midterm", "governors", "Cuba"] {
      #expect(cited.contains { $0.lowercased().contains(word.lowercased()) }, "\(word)")
    }
  }

  /// The built-in record, changed at one place.
  private func faults(
    replacing old: String, with new: String
  ) throws -> [RecordFault] {
    let text = String(decoding: Edition.builtInBytes, as: UTF8.self)
    let range = try #require(text.range(of: old), "\(old)")
    let changed = text.replacingCharacters(in: range, with: new)
    do {
      _ = try Edition.dossier(Array(changed.utf8), file: "r.json")
      return []
    } catch let faults as RecordFaults {
      return faults.faults
    }
  }

  @Test(arguments: [
    ("\"asOf\": \"2022-09-28\"", "\"asOf\": \"2022-13-01\"", "expected a day of the calendar"),
    ("\"date\": \"2022-10-06\"", "\"date\": 20221006", "“date” of meetings/lima-2022 is a number"),
    ("\"region\": \"caribbean\"", "\"region\": \"mars\"", "a region that stands under “regions”"),
    ("\"status\": \"attended\"", "\"status\": \"came\"", "expected one of “attended”"),
    ("\"state\": \"announced\"", "\"state\": \"dreamt\"", "expected one of “announced”"),
    ("\"kind\": \"summit\"", "\"kind\": \"party\"", "expected one of “summit”"),
    ("\"/pillars/4\"", "\"/pillars/5\"", "a pointer to something in the record"),
    ("\"alpha3\"", "\"alpha9\"", "has no “alpha3”"),
    ("\"amount\": 4000,", "\"amount\": -1,", "a number that is not negative"),
    ("\"amount\": 4000,", "\"amount\": 1e999,", "a number that is not negative"),
    ("\"utcOffset\": \"-04:00\"", "\"utcOffset\": \"-4\"", "an offset from UTC"),
    ("\"pillars\": {", "\"pillars\": 3, \"x\": {", "expected an object of entries"),
    ("\"complete\": false", "\"complete\": 0", "expected true or false"),
    ("\"url\": \"https", "\"url\": \"javascript", "an address that begins with https://"),
    (
      "\"sources\": [\n        \"decl-2022\"", "\"sources\": [\n        \"nowhere\"",
      "a source that"
    ),
  ])
  func saysWhatIsWrongInARecord(_ old: String, _ new: String, _ message: String) throws {
    let faults = try faults(replacing: old, with: new)
    let described = faults.map(\.description)
    #expect(described.contains { $0.contains(message) }, "\(described)")
    #expect(faults.allSatisfy { $0.line > 1 && $0.column >= 1 && $0.file == "r.json" })
  }

  /// In JSON a letter may be an escape; the id is the same.
  @Test(arguments: [
    ("\"wh-2022-06-10\": {", "\"\\u0077h-2022-06-10\": {"),
    ("[\n        \"wh-2022-06-10\"", "[\n        \"\\u0077h-2022-06-10\""),
    ("\"country\": \"BZ\"", "\"country\": \"\\u0042Z\""),
  ])
  func idsMayBeWrittenWithEscapes(_ plain: String, _ escaped: String) throws {
    #expect(try faults(replacing: plain, with: escaped).isEmpty)
  }

  @Test func tellsEveryFaultInOrder() throws {
    let text = String(decoding: Edition.builtInBytes, as: UTF8.self)
      .replacingOccurrences(of: "\"status\": \"attended\"", with: "\"status\": \"came\"")
    do {
      _ = try Edition.dossier(Array(text.utf8), file: "r.json")
      Issue.record("a broken record was taken")
    } catch let faults as RecordFaults {
      #expect(faults.faults.count > 3)
      #expect(faults.faults.map(\.line) == faults.faults.map(\.line).sorted())
    }
  }

  @Test func damagedRecordsNeverTrap() throws {
    let bytes = Edition.builtInBytes
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<60 {
      var damaged = bytes
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: damaged.indices, using: &generator)
        damaged[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        damaged.removeLast(Int.random(in: 1..<damaged.count, using: &generator))
      }
      _ = try? Edition.dossier(damaged, file: "r.json")
    }
  }

  @Test func aFileThatCannotBeReadIsNamed() throws {
    for file in ["/nowhere/x.json", "/"] {
      #expect(throws: FileFault.self) { try Edition.read(file) }
    }
  }

  @Test func readsAFile() throws {
    let file = FileManager.default.temporaryDirectory
      .appendingPathComponent("ladmp-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    try Data(Edition.builtInBytes).write(to: file)
    #expect(try Edition.read(file.path).countries.count == 35)
  }
}

/// The digest that goes with a published record.
@Suite struct DigestTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func isThatOfTheStandard(_ text: String, _ digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }
}
