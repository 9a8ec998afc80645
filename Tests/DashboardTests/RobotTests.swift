import Foundation
import Testing

/// Random keys, sizes, clicks, pastes, times and stores. `make robot` does more of it.
@Suite struct RobotTests {
  private static let environment = ProcessInfo.processInfo.environment
  private static let count = environment["LADMP_ROBOT_EVENTS"].flatMap { Int($0) } ?? 150
  /// A seed that is tried again, or the usual ones.
  private static let seeds =
    environment["LADMP_ROBOT_SEED"].flatMap { UInt64($0) }.map { [$0] } ?? Array(1...3)

  @Test(arguments: seeds) func neverLosesThePictureOrTheStore(_ seed: UInt64) throws {
    var robot = try Robot(seed: seed)
    let start = ContinuousClock.now
    try robot.run(RobotTests.count)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    print(
      "robot \(seed): \(robot.count) events in \(Int(seconds)) s, \(robot.saves) saves, "
        + "\(robot.starts) starts; the slowest took \(robot.slowest)")
    if let limit = RobotTests.environment["LADMP_ROBOT_LIMIT"].flatMap({ Double($0) }) {
      #expect(robot.slowest.milliseconds < limit, "seed \(seed): \(robot.slowest)")
    }
  }
}
