import Dashboard

/// Tells a second click on the same cell from a first.
struct ClickCounter {
  /// What desktops take for the longest double click, in milliseconds.
  private static let longest = 400
  private var last: (column: Int, row: Int, time: Int)?

  /// The event, where it is a second press as that.
  mutating func counted(_ event: Event) -> Event {
    guard case .mouse(let mouse) = event, mouse.action == .press else { return event }
    let action = action(column: mouse.column, row: mouse.row)
    return .mouse(Mouse(action, column: mouse.column, row: mouse.row))
  }

  private mutating func action(column: Int, row: Int) -> Mouse.Action {
    let time = MonotonicTime.milliseconds
    if let last, last.column == column, last.row == row,
      time - last.time < ClickCounter.longest
    {
      self.last = nil
      return .doubleClick
    }
    last = (column, row, time)
    return .press
  }
}
