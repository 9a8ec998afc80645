import Dashboard
import Foundation
import Pseudoterminal
import Testing

/// What becomes of the dashboard when the system takes something away from it while it runs. A
/// terminal that goes away is among the tests of its life.
@Suite(.serialized) struct RunningFaultEndToEnd {
  let home: StoreHome

  init() throws { home = try StoreHome() }

  private func opened(limit: String) throws -> Session {
    let session = try Session(
      ["-c", "ulimit \(limit); exec \(Session.binary)"], program: "sh", setting: home.setting)
    try session.wait(forText: "in 8 days")
    return session
  }

  /// Nothing can be written, as on a disk that is full: the change stays on the screen, which says
  /// so, and what is left without being saved is told once the terminal is given back.
  @Test func aDiskThatIsFullLosesNothingUntold() throws {
    let session = try opened(limit: "-f 0")
    session.type("b")
    try session.wait(forText: "File too large")
    session.type("q")
    try session.wait(forText: "Your last changes would be lost")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isGivenBack)
    #expect(session.errors.contains("your last changes could not be saved"))
    #expect(!FileManager.default.fileExists(atPath: home.store))
  }

  /// The folder is deleted: what was in it is in memory, and the next change writes all of it anew.
  @Test func aFolderThatIsDeletedIsMadeAnew() throws {
    _ = try home.run("note", "PE", "kept")
    let session = try Session(setting: home.setting)
    try session.wait(forText: "in 8 days")
    try FileManager.default.removeItem(atPath: home.folder + "/ladmp")
    try session.wait(forText: "is gone; what it held is kept")
    session.type("b")
    try session.wait(for: "the store") { FileManager.default.fileExists(atPath: home.store) }
    try session.wait(for: "no complaint") { !session.shows("is gone") }
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(try home.notes(on: "PE") == ["kept"])
    #expect(try home.text().contains("\"bookmarks\""))
  }

  /// With few descriptors there is no picture or no store, but always an answer and a terminal that
  /// is as it was.
  @Test func fewDescriptorsAreToldOrEnough() throws {
    for limit in 3...20 {
      let session = try Session(
        ["-c", "ulimit -n \(limit); exec \(Session.binary)"], program: "sh", setting: home.setting)
      // The plain mode, where there is no picture, takes the word.
      session.type("quit\r")
      let ending = try session.waitForEnd()
      #expect([.exit(0), .exit(66)].contains(ending), "\(limit): \(ending) \(session.errors)")
      #expect(session.isGivenBack, "\(limit)")
    }
  }

  /// With little memory it ends by itself and gives the terminal back. With less the system can't
  /// start it, and the terminal was never taken.
  @Test func littleMemoryEndsItWithTheTerminalGivenBack() throws {
    var outcomes: Set<Bool> = []
    for limit in stride(from: 20_000, through: 32_000, by: 750) {
      let session = try Session(
        ["-c", "ulimit -v \(limit); exec \(Session.binary)"], program: "sh", setting: home.setting)
      session.type("mq")
      let ending = try session.waitForEnd()
      outcomes.insert(ending == .exit(0))
      #expect(session.isGivenBack, "\(limit): \(ending)")
      let isStarted = session.output.contains(0x1B)
      let isTold = ending == .exit(0) || !session.errors.isEmpty
      #expect(isTold || !isStarted, "\(limit): \(ending)")
    }
    #expect(outcomes == [true, false], "the limits are not those between too little and enough")
  }
}
