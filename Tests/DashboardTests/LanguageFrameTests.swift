import Declaration
import Testing

@testable import Dashboard

/// Whole screens in every language at the size of the smallest usual terminal.
@Suite struct LanguageFrameTests {
  static let screens = [
    GoldenFrameTests.Screen(name: "overview"),
    GoldenFrameTests.Screen(
      name: "country", keys: "2/peru".map(Key.character) + [.enter, .enter, .character("4")]),
    GoldenFrameTests.Screen(name: "help", text: "?"),
  ]

  @Test(arguments: screens, Language.allCases)
  func looksAsRecorded(_ screen: GoldenFrameTests.Screen, _ language: Language) throws {
    var driver = try Driver(columns: 80, rows: 24, language: language)
    for key in screen.keys { driver.press(key) }
    driver.type(screen.text)
    try GoldenFrameTests().compare(
      driver.state.frame, with: "\(language.rawValue)-\(screen.name)-80x24")
  }

  /// In English one line is longer than it should be; the others are held to the width.
  @Test(arguments: LanguageTests.others)
  func helpIsWhole(_ language: Language) {
    for line in HelpView.rows(matching: "", in: language) {
      #expect(line.width <= 78, "\(language): \(line.text)")
    }
  }

  /// The titles of panes and the columns' heads are never cut, whatever the language.
  @Test(arguments: LanguageTests.others, ["", "c", "x", "d", "ss", "m", "r"])
  func titlesAreWhole(_ language: Language, _ keys: String) throws {
    for (columns, rows) in [(80, 24), (120, 40)] {
      var driver = try Driver(columns: columns, rows: rows, language: language)
      driver.type(keys)
      for (pane, rectangle) in driver.state.layout.panes where pane != .detail {
        let content = driver.state.content(of: pane, in: rectangle.inside)
        #expect(
          content.title.width <= rectangle.columns - 8,
          "\(language) \(columns): \(content.title.text)")
        for head in content.heads {
          #expect(!head.text.contains("…") || pane == .matrix, "\(language): \(head.text)")
        }
      }
    }
  }
}
