import Declaration
import Testing

@testable import Dashboard

/// Whole screens of what the user adds and changes, against recorded ones.
@Suite struct OwnGoldenFrameTests {
  /// A screen by name: what the user's record has and what is done to get there.
  struct Screen: Sendable, CustomTestStringConvertible {
    let name: String
    var day = "2022-10-07"
    var own = OwnRecord()
    let steps: @Sendable (inout OwnDriver) throws -> Void

    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "form-fault") { driver in
      driver.type("nE")
      try driver.fill("Date", "2022-10-6")
    },
    Screen(name: "form-reference") { driver in
      try driver.beginAdding("Commitment")
      try driver.fill("Country", "gu")
      driver.press(.control("n"))
    },
    Screen(name: "form-sources") { driver in
      try driver.beginAdding("Context")
      try driver.goTo("Sources")
      driver.type(", lima")
    },
    Screen(name: "form-missing") { driver in
      try driver.beginAdding("Attendance")
      driver.press(.control("s"))
    },
    Screen(name: "add-menu") { $0.type("A") },
    Screen(name: "edit-menu") { driver in
      driver.type("/peru")
      driver.press(.enter, .character("E"))
    },
    Screen(name: "note") { driver in
      driver.type("nNAsk for the list of commitments")
      driver.press(.enter, .enter)
      driver.type("and who pays for each of them, country by country and package by package, ")
      driver.type("before the meeting begins in the morning")
    },
    Screen(name: "own-country", own: OwnSample.full) { driver in
      driver.type("/peru")
      driver.press(.enter, .character("4"))
    },
    Screen(name: "own-commitment", own: OwnSample.full) { driver in
      driver.type("c/us-2022")
      driver.press(.escape)
      while driver.state.subject != .commitment("us-2022-06-10-1") { driver.press(.down) }
      driver.press(.character("4"))
    },
    Screen(name: "own-meeting", own: OwnSample.full) { driver in
      driver.press(.character("3"), .end, .up, .character("4"))
    },
    Screen(name: "own-conflict", own: OwnSample.full) { driver in
      driver.type("ss4")
    },
    Screen(name: "own-lists", own: OwnSample.full) { $0.type("2") },
    Screen(name: "own-record", own: OwnSample.full) { $0.type("r") },
    Screen(name: "own-record-hidden", own: OwnSample.full) { driver in
      driver.press(.character("r"), .end)
      driver.press(.character("4"))
    },
    Screen(name: "own-record-empty") { $0.type("r") },
    Screen(name: "unsaved") { driver in
      driver.take(
        .storeStatus(
          .unsaved("/home/ana/.local/share/ladmp/store.json: No space left on device")))
    },
    Screen(name: "unsaved-quit") { driver in
      driver.take(.storeStatus(.unsaved("no space left on the device")))
      driver.type("q")
    },
    Screen(name: "broken") { driver in
      driver.take(
        .storeStatus(
          .broken("/home/ana/.local/share/ladmp/store.json:12:5: a comma is missing")))
      driver.type("W")
    },
    Screen(name: "edition-alone") { driver in
      let dossier = driver.state.dossier
      driver.take(.record(dossier, isEditionAlone: true))
      driver.take(.storeStatus(.busy("Reading your record", done: 0.42)))
    },
  ]

  @Test(arguments: screens, GoldenFrameTests.sizes)
  func looksAsRecorded(_ screen: Screen, _ size: (Int, Int)) throws {
    var driver = try OwnDriver(
      columns: size.0, rows: size.1, day: screen.day, own: screen.own)
    try screen.steps(&driver)
    try GoldenFrameTests().compare(driver.state.frame, with: "\(screen.name)-\(size.0)x\(size.1)")
  }

  @Test(arguments: [(40, 12), (20, 5), (59, 40)])
  func formsFitOtherSizes(_ columns: Int, _ rows: Int) throws {
    var driver = try OwnDriver(columns: columns, rows: rows)
    driver.type("nE")
    try driver.fill("Date", "2022")
    driver.take(.storeStatus(.unsaved("no space left on the device")))
    try GoldenFrameTests().compare(driver.state.frame, with: "form-\(columns)x\(rows)")
  }
}
