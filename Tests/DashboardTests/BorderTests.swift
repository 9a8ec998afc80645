import SeededGenerator
import Testing

@testable import Dashboard

/// Borders between panes that the user moves.
@Suite struct BorderTests {
  private static let sizes = [(80, 24), (99, 40), (120, 40), (200, 60), (300, 100)]

  @Test func keysMoveTheBorderOfThePane() throws {
    var driver = try Driver()
    let before = driver.state.layout.panes
    driver.type("3}}")
    let after = driver.state.layout.panes
    #expect(after[.timeline]?.columns == (before[.timeline]?.columns ?? 0) + 4)
    #expect(after[.countries]?.columns == (before[.countries]?.columns ?? 0) - 4)
    #expect(after[.detail] == before[.detail])
    driver.type("2{")
    #expect(driver.state.layout.panes[.detail]?.columns == (before[.detail]?.columns ?? 0) + 2)
    let rows = try #require(driver.state.layout.panes[.pillars]).rows
    driver.press(.controlDown)
    #expect(driver.state.layout.panes[.pillars]?.rows == rows + 1)
    driver.type("0")
    #expect(driver.state.layout.panes == before)
  }

  @Test func theMouseDragsABorder() throws {
    var driver = try Driver()
    let left = try #require(driver.state.layout.panes[.pillars]).columns
    // Both halves of the double line can be taken.
    for (grip, place) in [(left, 50), (49, 39), (40, 40)] {
      _ = driver.state.update(.mouse(Mouse(.press, column: grip, row: 10)))
      _ = driver.state.update(.mouse(Mouse(.drag, column: place, row: 3)))
      _ = driver.state.update(.mouse(Mouse(.release, column: place, row: 3)))
    }
    #expect(driver.state.layout.panes[.pillars]?.columns == 40)
    // Let go, it stays.
    _ = driver.state.update(.mouse(Mouse(.drag, column: 60, row: 3)))
    #expect(driver.state.layout.panes[.pillars]?.columns == 40)
    let rows = try #require(driver.state.layout.panes[.pillars]).rows
    _ = driver.state.update(.mouse(Mouse(.press, column: 5, row: rows + 1)))
    _ = driver.state.update(.mouse(Mouse(.drag, column: 5, row: rows + 4)))
    #expect(driver.state.layout.panes[.pillars]?.rows == rows + 3)
  }

  @Test func aFullScreenHasNoBorderToMove() throws {
    var driver = try Driver()
    driver.type("z}")
    #expect(driver.row(with: "There is no border here that can be moved.") != nil)
  }

  @Test func aBorderKeepsItsShareInAScreenOfAnotherSize() throws {
    var driver = try Driver(columns: 120, rows: 40)
    driver.type("3" + String(repeating: "}", count: 6))
    let columns = try #require(driver.state.layout.panes[.timeline]).columns
    _ = driver.state.update(.resize(Size(columns: 240, rows: 40)))
    #expect(driver.state.layout.panes[.timeline]?.columns == 2 * columns)
    _ = driver.state.update(.resize(Size(columns: 120, rows: 40)))
    #expect(driver.state.layout.panes[.timeline]?.columns == columns)
  }

  /// Whatever is pressed, dragged and resized, panes fill the screen and none disappears.
  @Test(arguments: 0..<20)
  func noPaneDisappears(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var driver = try Driver()
    for _ in 0..<60 {
      let (columns, rows) = BorderTests.sizes.randomElement(using: &random) ?? (80, 24)
      let column = Int.random(in: -5..<310, using: &random)
      let row = Int.random(in: -5..<110, using: &random)
      let edge = driver.state.layout.edges.randomElement(using: &random)
      let events: [Event] = [
        .key(.character("{}(){}()1234cx0".randomElement(using: &random) ?? "0")),
        .resize(Size(columns: columns, rows: rows)),
        .mouse(
          Mouse(
            .press, column: edge.map { $0.isUpright ? $0.start + $0.place : 3 } ?? 0,
            row: edge.map { $0.isUpright ? 3 : $0.start + $0.place } ?? 0)),
        .mouse(Mouse(.drag, column: column, row: row)), .key(.escape),
      ]
      _ = driver.state.update(events.randomElement(using: &random) ?? .key(.escape))
      let layout = driver.state.layout
      for (pane, rectangle) in layout.panes {
        #expect(rectangle.columns >= 20 && rectangle.rows >= 4, "\(pane) \(rectangle)")
        #expect(rectangle.column + rectangle.columns <= driver.state.size.columns)
      }
      let cells = layout.panes.values.reduce(0) { $0 + $1.columns * $1.rows }
      let size = driver.state.size
      #expect(cells == size.columns * (size.rows - (layout.shape == .tabs ? 3 : 2)))
    }
  }
}
