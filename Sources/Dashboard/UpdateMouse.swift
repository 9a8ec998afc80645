extension DashboardState {
  /// Leaves the mouse to the terminal, which selects text with it, or takes it again.
  mutating func turnMouse() -> [Effect] {
    takesMouse.toggle()
    chosenMouse = takesMouse
    held = nil
    let key = language.text(keys.label(of: .mouse))
    notice = Notice(
      takesMouse
        ? language("The mouse selects and scrolls here again.")
        : language("The mouse is the terminal's: select text with it. \(key: key) takes it back."))
    return [.mouse(takesMouse)]
  }
}
