import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

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
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    let time = now.tv_sec * 1000 + now.tv_nsec / 1_000_000
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
