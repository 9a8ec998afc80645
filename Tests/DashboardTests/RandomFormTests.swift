import Declaration
import SeededGenerator
import Testing

@testable import Dashboard

@Suite struct RandomFormTests {
  /// Whatever is pressed, the form holds together, and only what differs is sent.
  @Test(arguments: [1, 2, 3, 4, 5, 6] as [UInt64])
  func holdsTogether(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    var driver = try OwnDriver()
    let openings = ["nE", "A", "cE", "sE", "1E", "nN", "r", "2E"]
    var keys = FormKeys.bindings.flatMap(\.keys).filter { $0 != .escape }
    keys += "2022-10-06, PE own é\u{301}".map(Key.character)
    keys += [.backspace, .delete, .left, .right, .home, .end, .control("u"), .control("w")]
    for round in 0..<12 {
      driver.refusal = round % 3 == 0 ? "no" : nil
      driver.type(openings[Int.random(in: 0..<openings.count, using: &random)])
      for _ in 0..<40 {
        switch Int.random(in: 0..<25, using: &random) {
        case 0: driver.take(.paste("a\nb\u{200C}\t,"))
        case 1:
          driver.take(
            .resize(
              Size(
                columns: Int.random(in: 0...140, using: &random),
                rows: Int.random(in: 0...50, using: &random))))
        case 2:
          driver.take(
            .mouse(
              Mouse(
                .press, column: Int.random(in: 0...140, using: &random),
                row: Int.random(in: 0...50, using: &random))))
        default: driver.press(keys[Int.random(in: 0..<keys.count, using: &random)])
        }
        check(driver)
      }
      driver.press(.escape, .escape, .escape)
    }
  }

  private func check(_ driver: OwnDriver) {
    let frame = driver.state.frame
    #expect(frame.cells.count == frame.size.columns * frame.size.rows)
    guard let form = driver.form else { return }
    let row = form.focused
    #expect((0...row.editor.text.count).contains(row.editor.cursor))
    let rectangle = driver.state.sheetRectangle.inside
    guard driver.state.layout.shape != .tooSmall, rectangle.rows > 0 else { return }
    guard let cursor = frame.cursor else {
      Issue.record("the form has no cursor at \(frame.size)")
      return
    }
    #expect(rectangle.contains(column: cursor.column, row: cursor.row))
    for amendment in driver.amendments {
      #expect(amendment.parts.allSatisfy { $0.base == nil || $0.base != $0.value })
    }
  }
}
