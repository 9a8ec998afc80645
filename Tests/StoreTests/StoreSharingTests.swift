import Declaration
import Foundation
import SeededGenerator
import Testing

@testable import Store

/// Several programs on one store.
@Suite struct StoreSharingTests {
  private let folder = TemporaryFolder()
  /// How often each of two instances writes: enough for them to meet many times.
  private static let writes = 60

  @Test func twoInstancesWritingAtOnceLoseNothing() async throws {
    let folder = folder
    try await withThrowingTaskGroup(of: Void.self) { group in
      for instance in 0..<2 {
        var ledger = try folder.ledger(edition: Edition.small)
        group.addTask {
          for number in 0..<StoreSharingTests.writes {
            try ledger.perform(.note("\(instance)-\(number)"))
            guard ledger.status == .saved else { throw Refusal("not saved: \(ledger.status)") }
          }
        }
      }
      try await group.waitForAll()
    }
    let notes = Set(try folder.ledger(edition: Edition.small).dossier.own.notes.map(\.text))
    #expect(
      notes == Set((0..<2).flatMap { one in (0..<StoreSharingTests.writes).map { "\(one)-\($0)" } })
    )
    #expect(
      try folder.ledger(edition: Edition.small).history().done.count
        == 2 * StoreSharingTests.writes)
  }

  @Test func aLockThatAnotherHoldsKeepsTheChangeInMemory() throws {
    var ledger = try folder.ledger(edition: Edition.small, patience: 10)
    let other = StoreFolder(store: folder.store, makesFolders: true)
    try other.locked {
      try ledger.perform(.note("x"))
      #expect(
        ledger.status == .unsaved("\(folder.store): another program is writing to it"))
    }
    // A lock file that is taken away while it is held keeps nobody out, and nobody is fooled by it.
    try FileManager.default.removeItem(atPath: other.lock)
    try ledger.perform(.reload)
    #expect(ledger.status == .saved)
    #expect(try folder.ledger(edition: Edition.small).dossier.own.notes.count == 1)
  }

  @Test func changesOfDifferentFieldsJoin() throws {
    var (one, two) = (
      try folder.ledger(edition: Edition.small), try folder.ledger(edition: Edition.small)
    )
    let first = try StoreRequest.set(one, "/meetings/lima-2022", "utcOffset", to: .text("-06:00"))
    let second = try StoreRequest.set(two, "/meetings/lima-2022", "starts", to: .text("09:00"))
    try one.perform(first)
    try two.perform(second)
    one.refresh()
    for ledger in [one, two] {
      let venue = try #require(ledger.dossier.meeting("lima-2022")).venue
      #expect(venue.minutesEastOfUTC == -360 && venue.startMinute == 540)
      #expect(ledger.dossier.own.conflicts.isEmpty)
    }
  }

  @Test(arguments: [0, 1])
  func theSameFieldChangedApartIsKeptInBothVersions(_ side: Int) throws {
    var (one, two) = (
      try folder.ledger(edition: Edition.small), try folder.ledger(edition: Edition.small)
    )
    let first = try StoreRequest.set(one, "/meetings/lima-2022", "starts", to: .text("09:00"))
    let second = try StoreRequest.set(two, "/meetings/lima-2022", "starts", to: .text("10:00"))
    try one.perform(first)
    try two.perform(second)
    let conflict = try #require(two.dossier.own.conflicts.first)
    #expect(conflict.path.description == "/meetings/lima-2022/starts")
    #expect(conflict.sides.map(\.value) == ["10:00", "09:00"])
    #expect(conflict.sides.compactMap(\.made).count == 2)
    #expect(two.dossier.meeting("lima-2022")?.venue.startMinute == 600)
    try two.perform(.settle(conflict.path, side: side))
    #expect(two.dossier.own.conflicts.isEmpty)
    #expect(two.dossier.meeting("lima-2022")?.venue.startMinute == (side == 0 ? 600 : 540))
    try two.perform(.undo)
    #expect(two.dossier.own.conflicts.count == 1)
  }

  @Test func aThirdVersionLeavesTheOtherTwo() throws {
    var ledgers = try (0..<3).map { _ in try folder.ledger(edition: Edition.small) }
    let requests = try ledgers.indices.map { place in
      try StoreRequest.set(
        ledgers[place], "/meetings/lima-2022", "starts", to: .text("1\(place):00"))
    }
    for place in ledgers.indices { try ledgers[place].perform(requests[place]) }
    let conflict = try #require(ledgers[2].dossier.own.conflicts.first)
    #expect(conflict.sides.compactMap(\.value) == ["12:00", "11:00", "10:00"])
    try ledgers[2].perform(.settle(conflict.path, side: 2))
    #expect(ledgers[2].dossier.meeting("lima-2022")?.venue.startMinute == 600)
  }

  @Test func twoConflictsThatMeetKeepEverySide() throws {
    let system = FaultySystem()
    var one = try folder.ledger(system.system, edition: Edition.small)
    let stale = try ["10:00", "11:00"].map {
      try StoreRequest.set(one, "/meetings/lima-2022", "starts", to: .text($0))
    }
    var two = try folder.ledger(edition: Edition.small)
    let third = try StoreRequest.set(two, "/meetings/lima-2022", "starts", to: .text("12:00"))
    try one.perform(stale[0])
    two.refresh()
    // Both make a conflict out of the first value, one of them without a disk.
    system.fail(at: 0, with: .error(ENOSPC, lasts: true))
    try one.perform(stale[1])
    try two.perform(third)
    system.heal()
    try one.perform(.reload)
    #expect(one.status == .saved)
    let sides = try #require(one.dossier.own.conflicts.first).sides.compactMap(\.value)
    #expect(Set(sides) == ["10:00", "11:00", "12:00"])
  }

  @Test func changesThatCouldNotBeSavedJoinWhatCameMeanwhile() throws {
    let system = FaultySystem()
    var (one, two) = (
      try folder.ledger(system.system, edition: Edition.small),
      try folder.ledger(edition: Edition.small)
    )
    system.fail(at: 0, with: .error(ENOSPC, lasts: true))
    try one.perform(.set(one, "/meetings/lima-2022", "starts", to: .text("09:00")))
    try one.perform(.note("mine"))
    try two.perform(.set(two, "/meetings/lima-2022", "starts", to: .text("10:00")))
    try two.perform(.note("theirs"))
    system.heal()
    try one.perform(.reload)
    #expect(one.status == .saved)
    #expect(Set(one.dossier.own.notes.map(\.text)) == ["mine", "theirs"])
    let conflict = try #require(one.dossier.own.conflicts.first)
    #expect(Set(conflict.sides.compactMap(\.value)) == ["09:00", "10:00"])
    #expect(Set(conflict.sides.map(\.who)).isSubset(of: ["yours", "theirs"]))
  }

  @Test func whatWasDeletedHereAndChangedThereIsKept() throws {
    var one = try folder.ledger(edition: Edition.small)
    try one.perform(.note("old"))
    let note = try #require(one.dossier.own.notes.first)
    let path = FactPath("notes", note.id)
    let base = one.entry(at: path).now
    var two = try folder.ledger(edition: Edition.small)
    try two.perform(
      .amend(
        Amendment(
          "changed",
          [Amendment.Part(path: path, base: base, value: base?.setting(.text("new"), at: ["text"]))]
        )))
    try one.perform(
      .amend(Amendment("deleted", [Amendment.Part(path: path, base: base, value: nil)])))
    #expect(one.dossier.own.notes.map(\.text) == ["new"])
    #expect(one.dossier.own.conflicts.first?.sides.map(\.value).contains(nil) ?? false)
  }

  @Test func aStepOfAnotherIsTakenBackByWhoeverAsks() throws {
    var (one, two) = (
      try folder.ledger(edition: Edition.small), try folder.ledger(edition: Edition.small)
    )
    try one.perform(.note("of one"))
    try two.perform(.note("of two"))
    try one.perform(.undo)
    #expect(one.dossier.own.notes.map(\.text) == ["of one"])
    two.refresh()
    #expect(two.dossier.own.notes.map(\.text) == ["of one"])
  }

  @Test func aFieldThatWasChangedSinceStaysWhenAStepIsTakenBack() throws {
    var ledger = try folder.ledger(edition: Edition.small)
    try ledger.perform(.set(ledger, "/meetings/lima-2022", "starts", to: .text("09:00")))
    let text = try folder.text().replacingOccurrences(of: "09:00", with: "11:00")
    try folder.write(text)
    #expect(try ledger.perform(.undo).hasSuffix("stays, as it was changed since"))
    #expect(ledger.dossier.meeting("lima-2022")?.venue.startMinute == 660)
    #expect(
      ledger.dossier.own.change(at: FactPath("meetings", "lima-2022", "starts"))?.made != nil)
    #expect(throws: Refusal.self) { try ledger.perform(.undo) }
  }

  @Test func takesStepsBackAndForthAsAListOfStatesWould() throws {
    var generator = SeededGenerator(seed: 19)
    var ledger = try folder.ledger(edition: Edition.small)
    var states = [ledger.bytesOfOwn]
    var place = 0
    for number in 0..<160 {
      switch Int.random(in: 0..<6, using: &generator) {
      case 0, 1:
        try ledger.perform(.note("note \(number)"))
        states = states.prefix(place + 1) + [ledger.bytesOfOwn]
        place += 1
      case 2:
        let hour = Int.random(in: 10...19, using: &generator)
        let request = try StoreRequest.set(
          ledger, "/meetings/lima-2022", "starts", to: .text("\(hour):\(number % 50 + 10)"))
        try ledger.perform(request)
        states = states.prefix(place + 1) + [ledger.bytesOfOwn]
        place += 1
      case 3, 4:
        if place > 0 {
          try ledger.perform(.undo)
          place -= 1
        } else {
          #expect(throws: Refusal.self) { try ledger.perform(.undo) }
        }
      default:
        if place < states.count - 1 {
          try ledger.perform(.redo)
          place += 1
        } else {
          #expect(throws: Refusal.self) { try ledger.perform(.redo) }
        }
      }
      if Bool.random(using: &generator) { ledger = try folder.ledger(edition: Edition.small) }
      #expect(ledger.bytesOfOwn == states[place])
    }
  }
}

extension Ledger {
  /// What the user has, without the format's number, which comes with the first change and stays.
  fileprivate var bytesOfOwn: RecordValue {
    var value = text.document.root.recordValue
    value["schema"] = nil
    return value
  }
}
