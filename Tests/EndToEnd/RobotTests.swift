import Foundation
import Testing

/// Random keys, sizes, clicks and pastes on the real program. `make robot` and `make soak` do more.
@Suite(.serialized) struct RobotEndToEnd {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["LADMP_ROBOT_EVENTS"].flatMap { Int($0) } ?? 300
  /// A seed that is tried again, or the usual one.
  private static let seed = environment["LADMP_ROBOT_SEED"].flatMap { UInt64($0) } ?? 1

  @Test func theScreenIsAlwaysTheOneThatIsPaintedAnew() throws {
    let robot = try RobotSession(seed: RobotEndToEnd.seed)
    try robot.run(RobotEndToEnd.count)
    print(
      "robot \(robot.seed): \(robot.count) events, \(robot.pictures) pictures, "
        + "\(robot.starts) starts")
    #expect(robot.pictures > 0)
  }

  /// How memory grows over so many events in one run of the program.
  @Test(.enabled(if: environment["LADMP_SOAK"] != nil))
  func memoryDoesNotGrowWithTheEvents() throws {
    let count = RobotEndToEnd.environment["LADMP_SOAK"].flatMap { Int($0) } ?? 36_000
    let robot = try RobotSession(seed: RobotEndToEnd.seed, keptOpen: true)
    var memory: [Int] = []
    for part in 1...12 {
      try robot.run(count / 12, batch: 100)
      memory.append(robot.residentMemory)
      print("soak: \(robot.count) events, \(memory[part - 1]) KiB")
    }
    #expect(memory[11] < memory[3] + memory[3] / 4, "\(memory)")
  }
}
