import Foundation
import Testing

/// Sessions of the real program that leave something for each other in a home of their own.
protocol Remembering {
  var home: StoreHome { get }
}

extension Remembering {
  /// Where the dashboard is left.
  var file: String { home.folder + "/state/ladmp/state.json" }

  func opened(
    _ arguments: String..., setting: [String: String?] = [:]
  ) throws -> Session {
    let state: [String: String?] = ["XDG_STATE_HOME": home.folder + "/state"]
    let session = try Session(
      arguments, setting: home.setting.merging(state) { $1 }.merging(setting) { $1 })
    try session.wait(for: "the dashboard") {
      session.screen.isAlternate && session.screen.rows.last?.contains { $0 != " " } ?? false
    }
    return session
  }

  func leave(_ session: Session, typing text: String = "") throws {
    session.type(text + "q")
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.isGivenBack && session.errors.isEmpty)
  }

  func put(_ text: String) throws {
    try FileManager.default.createDirectory(
      atPath: home.folder + "/state/ladmp", withIntermediateDirectories: true)
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  func end(_ session: Session, by signal: Int32) throws {
    session.terminal.send(signal)
    #expect(try session.waitForEnd() == .signal(signal))
  }
}
