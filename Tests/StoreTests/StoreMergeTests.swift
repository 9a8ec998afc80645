import Declaration
import Foundation
import SeededGenerator
import Testing

@testable import Store

/// Stores that were changed apart and are joined.
@Suite struct StoreMergeTests {
  @Test func differentFieldsJoinWithoutAQuestion() throws {
    let base = try Desk("Ana")
    var (ana, ben) = (base, base.copy(for: "Ben"))
    try ana.set("/meetings/lima-2022", "starts", .text("09:00"))
    try ben.set("/meetings/lima-2022", "utcOffset", .text("-05:00"))
    let joined = try Desk.join(base, ana, ben)
    #expect(joined.conflicts.isEmpty)
    #expect(joined.value("/meetings/lima-2022/starts") == .text("09:00"))
    #expect(joined.value("/meetings/lima-2022/utcOffset") == .text("-05:00"))
  }

  @Test func theSameFieldIsKeptInBothVersionsWithNamesAndTimes() throws {
    let base = try Desk("Ana Pérez <ana@example.org>")
    var (ana, ben) = (base, base.copy(for: "Ben Roy <ben@example.org>"))
    try ana.set("/meetings/lima-2022", "starts", .text("09:00"))
    try ben.set("/meetings/lima-2022", "starts", .text("10:00"))
    let joined = try Desk.join(base, ana, ben)
    let conflict = try #require(try joined.dossier().own.conflicts.first)
    #expect(conflict.sides.map(\.value) == ["10:00", "09:00"])
    #expect(conflict.sides.map(\.who) == ["Ben Roy", "Ana Pérez"])
    #expect(conflict.sides.allSatisfy { $0.made != nil })
    // The later shows.
    #expect(joined.value("/meetings/lima-2022/starts") == .text("10:00"))
  }

  @Test func twoWhoChooseOtherwiseAreAskedAgain() throws {
    let base = try Desk("Ana")
    var (ana, ben) = (base, base.copy(for: "Ben"))
    try ana.set("/meetings/lima-2022", "starts", .text("09:00"))
    try ben.set("/meetings/lima-2022", "starts", .text("10:00"))
    let joined = try Desk.join(base, ana, ben)
    (ana, ben) = (joined.copy(for: "Ana"), joined.copy(for: "Ben"))
    try ana.settle("/meetings/lima-2022/starts", side: 0)
    try ben.settle("/meetings/lima-2022/starts", side: 1)
    let again = try Desk.join(joined, ana, ben)
    #expect(again.sides("/meetings/lima-2022/starts") == [.text("09:00"), .text("10:00")])
    // Whoever chooses alone has chosen for all.
    #expect(try Desk.join(joined, ana, joined).conflicts.isEmpty)
    #expect(try Desk.join(joined, joined, ben).conflicts.isEmpty)
    #expect(
      try Desk.join(joined, joined, ben).value("/meetings/lima-2022/starts") == .text("09:00"))
  }

  @Test func whatWasDeletedHereAndChangedThereIsKeptAndAsked() throws {
    var base = try Desk("Ana")
    let id = try base.addSource("Old title")
    let path = "/sources/\(id)"
    var (ana, ben) = (base, base.copy(for: "Ben"))
    try ana.remove(path)
    try ben.set(path, "title", .text("New title"))
    for joined in [try Desk.join(base, ana, ben), try Desk.join(base, ben, ana)] {
      #expect(joined.value(path + "/title") == .text("New title"))
      #expect(joined.conflicts[FactPath("sources", id)]?.map(\.isGone) == [false, true])
      #expect(joined.bytesContain("\"\(path)\""), "the entry keeps the mark of who added it")
      var (cleo, dan) = (joined.copy(for: "Cleo"), joined.copy(for: "Dan"))
      try cleo.settle(path, side: 1)
      #expect(try Desk.join(joined, cleo, joined).value(path) == nil)
      try dan.settle(path, side: 0)
      #expect(try Desk.join(joined, dan, cleo).conflicts.count == 1, "one says stay, one says go")
    }
    // What nobody changed goes, whoever took it away.
    #expect(try Desk.join(base, ana, base).value(path) == nil)
    #expect(try Desk.join(base, base, ana).value(path) == nil)
  }

  @Test func notesAreJoinedLineByLine() throws {
    var base = try Desk("Ana")
    let id = try base.note("one\ntwo\nthree")
    var (ana, ben) = (base, base.copy(for: "Ben"))
    try ana.rewrite(id, "zero\none\ntwo\nthree")
    try ben.rewrite(id, "one\nTWO\nthree\nfour")
    let joined = try Desk.join(base, ana, ben)
    #expect(joined.value("/notes/\(id)/text") == .text("zero\none\nTWO\nthree\nfour"))
    #expect(joined.value("/notes/\(id)/by") == .text("Ben"))
    #expect(joined.conflicts.isEmpty)
  }

  @Test func commitmentsAddedApartStayTwo() throws {
    let base = try Desk("Ana")
    var (ana, ben) = (base, base.copy(for: "Ben"))
    let one = try ana.addCommitment("Visas")
    let other = try ben.addCommitment("Shelters")
    #expect(one != other)
    let joined = try Desk.join(base, ana, ben)
    #expect(try joined.dossier().commitments.count == 2 && joined.conflicts.isEmpty)
  }

  @Test func titlesOfTheRecordItselfAreAskedToo() throws {
    let base = try Desk("Ana")
    var (ana, ben) = (base, base.copy(for: "Ben"))
    try ana.set("//shortTitle", "en", .text("A"))
    try ben.set("//shortTitle", "en", .text("B"))
    let joined = try Desk.join(base, ana, ben)
    #expect(joined.sides("//shortTitle/en") == [.text("B"), .text("A")])
  }

  @Test func aStoreWithMarksOfAConflictIsRefused() throws {
    let broken = StoreVersion(Array("{\n<<<<<<< HEAD\n}\n".utf8), file: "store.json")
    let whole = StoreVersion(Array("{}\n".utf8), file: "store.json")
    do {
      _ = try StoreMerge(edition: Edition.small, base: whole, ours: broken, theirs: whole)
      Issue.record("it was taken")
    } catch let faults as RecordFaults {
      #expect(faults.faults.first?.description.hasPrefix("store.json:2:1: git has left") ?? false)
    }
  }

  @Test func whatNewerProgramsWriteIsKept() throws {
    func version(_ text: String) -> StoreVersion { StoreVersion(Array(text.utf8), file: "s") }
    let merge = try StoreMerge(
      edition: Edition.small, base: version(#"{"schema": 2, "newer": {"a": 1}, "word": "x"}"#),
      ours: version(#"{"schema": 2, "newer": {"a": 1, "b": 2}, "word": "x"}"#),
      theirs: version(#"{"schema": 3, "newer": {"a": 1, "c": 3}, "word": "y"}"#))
    let value = try JSONDocument(merge.bytes, file: "m").root.recordValue
    #expect(
      try value
        == RecordValue(json: #"{"schema": 3, "newer": {"a": 1, "b": 2, "c": 3}, "word": "y"}"#))
  }
}

/// What holds for stores whatever people did to them.
@Suite struct StoreMergePropertyTests {
  /// Each makes ten merges; `make simulate` asks for more.
  private static let runs =
    ProcessInfo.processInfo.environment["LADMP_RUNS"].flatMap { Int($0) } ?? 250

  @Test func sidesMayComeInAnyOrderAndMoreOfThemLater() throws {
    for seed in 0..<StoreMergePropertyTests.runs {
      var generator = SeededGenerator(seed: UInt64(seed))
      var base = try Desk("Base")
      try base.edit(6, &generator)
      var desks = ["Ana", "Ben", "Cleo"].map { base.copy(for: $0) }
      for place in desks.indices {
        try desks[place].edit(Int.random(in: 0...5, using: &generator), &generator)
      }
      let (ana, ben, cleo) = (desks[0], desks[1], desks[2])
      let joined = try Desk.join(base, ana, ben)
      #expect(joined.sense == (try Desk.join(base, ben, ana)).sense, "seed \(seed): sides matter")
      let (left, right) = (
        try Desk.join(base, joined, cleo).facts,
        try Desk.join(base, ana, Desk.join(base, ben, cleo)).facts
      )
      #expect(
        left == right,
        "seed \(seed): the order of merges matters: \(Desk.difference(left, right))")
      for side in [ana, ben, joined] {
        #expect(try Desk.join(base, side, side).sense == side.sense, "seed \(seed): with itself")
        #expect(try Desk.join(base, base, side).sense == side.sense, "seed \(seed): alone")
        #expect(try Desk.join(base, side, base).sense == side.sense, "seed \(seed): alone")
      }
      #expect(try Desk.join(base, joined, ana).sense == joined.sense, "seed \(seed): twice")
      for edit in ana.edits(since: base) + ben.edits(since: base) {
        #expect(joined.has(edit), "seed \(seed): \(edit) is lost")
      }
    }
  }

  @Test func everyLineOfANoteIsKept() {
    for seed in 0..<2000 {
      var generator = SeededGenerator(seed: UInt64(seed))
      func text() -> [String] {
        (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          ["a", "b", "c", "d", "e"].randomElement(using: &generator) ?? ""
        }
      }
      let (base, ours, theirs) = (text(), text(), text())
      func join(_ one: [String], _ other: [String]) -> [String] {
        NoteJoin(
          base: base.joined(separator: "\n"), ours: one.joined(separator: "\n"),
          theirs: other.joined(separator: "\n")
        ).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      }
      let joined = join(ours, theirs)
      #expect(joined == join(theirs, ours), "seed \(seed)")
      #expect(Set(joined).isSuperset(of: Set(ours).subtracting(base)), "seed \(seed)")
      #expect(Set(joined).isSuperset(of: Set(theirs).subtracting(base)), "seed \(seed)")
      if !ours.isEmpty {
        #expect(join(ours, base) == ours && join(ours, ours) == ours, "seed \(seed)")
      }
    }
  }
}
