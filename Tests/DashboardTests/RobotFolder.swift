import Declaration
import Foundation
import Robot

@testable import Store

/// The folder of a robot's store, in which others write too.
final class RobotFolder {
  private let path = NSTemporaryDirectory() + "ladmp-robot-\(UUID().uuidString)"
  /// What the store held before it was spoilt; nil while it is not.
  private var kept: Data?
  private(set) var isSpoilt = false

  init() {
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private var store: String { path + "/store.json" }

  func another(_ number: Int) -> String { "\(path)/\(number).json" }

  func ledger() throws -> Ledger {
    var ledger = try Ledger(
      edition: Edition.builtInBytes, file: Edition.builtInName,
      folder: StoreFolder(store: store, makesFolders: true))
    ledger.refresh()
    return ledger
  }

  func carryOut(_ interference: Interference, _ number: Int) {
    switch interference {
    case .note:
      let part = Amendment.Part(
        path: FactPath("notes", "robot-\(number)"), base: nil,
        value: .entry(["about": .text("/countries/PE"), "text": .text("Note \(number)")]))
      perform(.amend(Amendment("note", [part])))
    case .undo: perform(.undo)
    case .rubbish, .removal:
      if !isSpoilt { kept = FileManager.default.contents(atPath: store) }
      isSpoilt = true
      if interference == .removal {
        try? FileManager.default.removeItem(atPath: store)
      } else {
        try? Data("{\"notes\": {\(number)".utf8).write(to: URL(fileURLWithPath: store))
      }
    case .mending: mend()
    }
  }

  private func perform(_ request: StoreRequest) {
    guard !isSpoilt, var other = try? ledger() else { return }
    _ = try? other.perform(request)
  }

  func mend() {
    guard isSpoilt else { return }
    isSpoilt = false
    try? FileManager.default.removeItem(atPath: store)
    try? kept?.write(to: URL(fileURLWithPath: store))
  }
}
