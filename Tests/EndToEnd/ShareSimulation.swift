import Foundation
import SeededGenerator
import Testing

/// Five desks that work and exchange in no order, some of which are ended in the middle or are
/// offline for long: in the end all have the same record, and nobody's work is missing in it.
@Suite(.serialized) struct ShareSimulationEndToEnd {
  /// How many whole runs; `make simulate` asks for dozens.
  private static let runs =
    ProcessInfo.processInfo.environment["LADMP_SIMULATIONS"].flatMap { Int($0) } ?? 1
  /// A run of the usual tests is a short one; its seed is one that has something of everything.
  private static let isLong = ProcessInfo.processInfo.environment["LADMP_SIMULATIONS"] != nil
  private static let (steps, seed): (Int, UInt64) = isLong ? (60, 1) : (24, 5)

  @Test func everyDeskEndsWithTheSameRecordAndAllWork() throws {
    for run in 0..<ShareSimulationEndToEnd.runs {
      try simulate(seed: UInt64(run) + ShareSimulationEndToEnd.seed)
    }
  }

  private func simulate(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let hub = try ShareHub()
    let desks = try hub.desks("Ana", "Ben", "Cleo", "Dan", "Eva")
    var offline: [Int: Int] = [:]
    var written: Set<String> = []
    var kills = 0
    for step in 0..<ShareSimulationEndToEnd.steps {
      let place = Int.random(in: desks.indices, using: &generator)
      let desk = desks[place]
      switch Int.random(in: 0..<10, using: &generator) {
      case 0...2:
        try desk.ladmp("note", "PE", "note \(step) of \(place)")
        written.insert("note \(step) of \(place)")
      case 3:
        try desk.ladmp(
          "add", "commitment", "country=PE", "pillar=2", "announced=2022-09-01",
          "text=commitment \(step) of \(place)")
        written.insert("commitment \(step) of \(place)")
      case 4:
        try desk.ladmp(
          "set", "lima-2022", "starts", "\(10 + step / 10):\(10 + place * 10 + step % 10)",
          "--source", "lo-2022")
      case 5: offline[place] = step + ShareSimulationEndToEnd.steps / 3
      case 6 where offline[place, default: 0] <= step:
        kills += 1
        try endInTheMiddle(desk, after: Int.random(in: 1...160, using: &generator))
      default:
        if offline[place, default: 0] <= step { try exchange(desk) }
      }
    }
    #expect(kills > 0 && !offline.isEmpty, "seed \(seed): nobody was ended or offline")
    // Whoever was away gives the same field a value of their own.
    for (place, desk) in desks.enumerated() {
      try desk.ladmp("set", "lima-2022", "title.fr", "titre \(place)", "--source", "lo-2022")
      written.insert("titre \(place)")
    }
    for _ in 0..<2 { for desk in desks { try exchange(desk) } }
    #expect(Set(desks.map(\.store)).count == 1, "seed \(seed): the desks differ")
    for text in written {
      #expect(desks[0].store.contains("\"\(text)\""), "seed \(seed): “\(text)” is lost")
    }
    for desk in desks {
      #expect(try desk.ladmp("share", "status").contains("In step."), "seed \(seed)")
      #expect(try desk.home.run("check", desk.home.store).code == 0, "seed \(seed)")
      #expect(try desk.shell("git fsck --strict").code == 0, "seed \(seed)")
    }
    print("seed \(seed): \(written.count) edits, \(kills) ended in the middle")
  }

  private func exchange(_ desk: ShareDesk) throws {
    var outcome = try desk.home.run("share", "sync")
    // Git that still works for a program that was ended is waited for.
    if outcome.code == 75 { outcome = try desk.home.run("share", "sync") }
    #expect(outcome.code == 0, "\(outcome.errors)")
  }

  /// Begins an exchange and ends it without a warning: the program alone, or git with it.
  private func endInTheMiddle(_ desk: ShareDesk, after milliseconds: Int) throws {
    let seconds = "\(Double(milliseconds) / 1000)"
    let manner = milliseconds % 2 == 0 ? ["--foreground"] : []
    try desk.home.run(
      ["share", "sync", "--quiet"],
      through: ["/usr/bin/env", "setsid", "--wait", "timeout"] + manner + ["-s", "KILL", seconds])
  }
}
