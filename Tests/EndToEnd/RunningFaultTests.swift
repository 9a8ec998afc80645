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
    try session.wait(forText: "File too large; W saves elsewhere")
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
    try session.wait(forText: "is gone; what it held is kept in memory")
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
      session.type("q")
      let ending = try session.waitForEnd()
      #expect([.exit(0), .exit(66)].contains(ending), "\(limit): \(ending) \(session.errors)")
      #expect(session.isGivenBack, "\(limit)")
    }
  }

  /// With little memory it ends, told by the system or by itself, and gives the terminal back.
  @Test func littleMemoryEndsItWithTheTerminalGivenBack() throws {
    for limit in stride(from: 4000, through: 44_000, by: 2000) {
      let session = try Session(
        ["-c", "ulimit -v \(limit); exec \(Session.binary)"], program: "sh", setting: home.setting)
      session.type("mq")
      let ending = try session.waitForEnd()
      #expect(session.isGivenBack, "\(limit): \(ending) \(session.errors)")
      if ending != .exit(0) {
        print("memory of \(limit) KiB: \(ending), \(session.errors)")
      }
    }
  }
}
