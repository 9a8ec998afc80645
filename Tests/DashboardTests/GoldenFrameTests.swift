import Foundation
import Testing

@testable import Dashboard

/// Whole screens against recorded ones, with what each cell means.
///
/// `LADMP_RECORD=1 swift test` records them anew; look at the difference before it is kept.
@Suite struct GoldenFrameTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  /// A screen by name: the keys that lead to it and the day on which it opens.
  struct Screen: Sendable {
    let name: String
    var day: String?
    var keys: [Key] = []
    var text = ""
  }

  static let screens = [
    Screen(name: "first"),
    Screen(name: "filter", text: "/mexi"),
    Screen(name: "filter-nothing", text: "/zzz"),
    Screen(name: "filter-unknown-field", text: "/colour:blue"),
    Screen(name: "pillar-narrows", keys: [.character("1"), .down, .enter]),
    Screen(name: "pillars-zoomed", keys: [.character("1"), .character("z")]),
    Screen(name: "countries-zoomed", keys: [.character("2"), .character("z")]),
    Screen(name: "timeline-zoomed", keys: [.character("3"), .character("z")]),
    Screen(name: "country-narrows", keys: [.character("2"), .end, .up, .up, .enter]),
    Screen(name: "next-meeting", text: "n4z"),
    Screen(name: "launch", keys: [.up, .enter, .character("4")]),
    Screen(name: "without", text: "2w"),
    Screen(name: "day-after-lima", day: "2022-10-07"),
    Screen(name: "last-day", day: "2025-01-01"),
    Screen(name: "before-all", day: "2022-01-01"),
    Screen(name: "help", text: "?"),
    Screen(name: "commitments", text: "cS"),
    Screen(name: "commitments-filtered", text: "c/country:mexico amount:>10k"),
    Screen(
      name: "comparison", day: "2022-10-07",
      keys: [.character("2"), .end, .up, .up, .character("C"), .home, .character("j")]
        + "jjjjjj".map(Key.character) + [.character("C")]),
    Screen(name: "matrix", day: "2022-10-07", keys: [.character("x"), .right, .right, .down]),
    Screen(name: "changes-after-lima", day: "2022-10-08", text: "dF2022-10-01"),
    Screen(name: "disputes", text: "ss"),
    Screen(name: "sources-of-lima", text: "s4"),
    Screen(name: "choose-day", text: "@2022-10"),
    Screen(name: "map", text: "m"),
    Screen(name: "map-after-lima", day: "2022-10-07", text: "m"),
    Screen(name: "map-by-commitments", text: "mSj"),
    Screen(name: "map-by-attendance", day: "2022-06-20", text: "mSS"),
    Screen(
      name: "map-caribbean", keys: "m/hait".map(Key.character) + [.enter, .escape, .character("+")]),
    Screen(name: "palette", text: ":map"),
    Screen(name: "charts", text: "H"),
    Screen(name: "charts-after-lima", day: "2022-10-07", text: "HjjjjjjjjjG"),
    Screen(name: "timeline-months", day: "2024-12-31", text: "3z++"),
    Screen(name: "timeline-days", text: "3z+++"),
    Screen(
      name: "map-filtered", keys: "m/region:south -st".map(Key.character) + [.tab]),
  ]

  @Test(arguments: screens, sizes)
  func looksAsRecorded(_ screen: Screen, _ size: (Int, Int)) throws {
    var driver = try Driver(columns: size.0, rows: size.1, day: screen.day)
    for key in screen.keys { driver.press(key) }
    driver.type(screen.text)
    try compare(driver.state.frame, with: "\(screen.name)-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(40, 12), (20, 5), (59, 40), (99, 15), (300, 100)])
  func fitsOtherSizes(_ columns: Int, _ rows: Int) throws {
    let driver = try Driver(columns: columns, rows: rows)
    try compare(driver.state.frame, with: "first-\(columns)x\(rows)")
  }

  func compare(_ frame: Frame, with name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Frames")
    let file = folder.appendingPathComponent("\(name).txt")
    let drawn = frame.golden
    let recorded = try? String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["LADMP_RECORD"] != nil {
      try drawn.write(to: file, atomically: true, encoding: .utf8)
    }
    guard let recorded else {
      Issue.record("no frame is recorded as \(name).txt; LADMP_RECORD=1 records it")
      return
    }
    guard drawn != recorded else { return }
    let pairs = zip(
      recorded.split(separator: "\n", omittingEmptySubsequences: false),
      drawn.split(separator: "\n", omittingEmptySubsequences: false))
    let difference = pairs.filter { $0 != $1 }.prefix(6).map { "- \($0)\n+ \($1)" }
    Issue.record("\(name).txt differs:\n\(difference.joined(separator: "\n"))")
  }
}
