import CNcurses
import CSignals
import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// How a session at the terminal came to its end.
public enum Ending: Hashable, Sendable {
  /// The user left.
  case quit
  /// A signal asked for it; the caller dies of it, so that the parent sees which.
  case signal(Int32)
}

/// Waits for keys and signals, turns them into events, and shows what the state then looks like.
struct EventLoop {
  let screen: CursesScreen
  /// The terminal that keys are read from.
  let input: Int32
  /// The end of the signals' pipe to read from.
  let signals: Int32
  let outside: Outside

  private var decoder: KeyDecoder
  private var clicks = ClickCounter()
  private var typing: TypingWatch

  /// - Parameters:
  ///   - patience: how long an Escape waits for the rest of a key, in milliseconds.
  ///   - state: where it begins.
  init(
    screen: CursesScreen, input: Int32, signals: Int32, patience: Int, outside: Outside,
    from state: DashboardState
  ) {
    (self.screen, self.input, self.signals, self.outside) = (screen, input, signals, outside)
    decoder = KeyDecoder(patience: patience)
    typing = TypingWatch(state)
  }

  mutating func run(_ state: inout DashboardState) -> Ending {
    var (isShown, isFirst) = (false, true)
    while true {
      // While a slow link is still busy with what it has, keys go on being read: what is drawn then
      // is where they led, and not all that lay between.
      if !isShown, takesOutput {
        screen.draw(state.frame)
        isShown = true
        if isFirst { begin(&state) }
        isFirst = false
      }
      let ready = wait(for: patience(of: state), alsoToDraw: !isShown)
      var events: [Event] = []
      if ready.signals, let ending = takeSignals(&events) { return ending }
      if ready.arrivals { events += outside.store.arrivals() }
      if ready.input {
        guard hasInput else { return .signal(SIGHUP) }
        events += readKeys()
      } else if !ready.signals, !ready.arrivals, !ready.output {
        events += decoder.flush()
        typing.keep(of: state, outside)
      }
      let time = outside.clock()
      if time != state.clock { events.append(.clock(time)) }
      for event in events {
        if let ending = take(event, &state) { return ending }
      }
      // The first byte of an Escape wakes the program too, and changes nothing yet.
      if !events.isEmpty { isShown = false }
      // What is on the disk now is not to be given back, whatever comes next.
      if ready.arrivals {
        typing.keep(of: state, outside)
      } else if ready.input {
        typing.note(state, outside)
      }
    }
  }

  /// What can wait until the first picture is shown; who typed ahead is not to wait for the rest.
  private func begin(_ state: inout DashboardState) {
    outside.store.begin()
    if !wait(for: 0, alsoToDraw: false).input { state.foresee() }
  }

  /// Gives an event to the dashboard and does what it then wants done.
  private func take(_ event: Event, _ state: inout DashboardState) -> Ending? {
    for effect in state.update(event) {
      if let ending = carryOut(effect, &state) { return ending }
    }
    return nil
  }

  /// Does what the dashboard wants done outside.
  private func carryOut(_ effect: Effect, _ state: inout DashboardState) -> Ending? {
    switch effect {
    case .quit: return .quit
    case .repaint: screen.repaint()
    case .openLink(let link): return take(.notice(outside.openLink(link)), &state)
    case .copy(let text): return take(.notice(outside.copy(text)), &state)
    case .save(let name, let text): return take(.notice(outside.save(name, text)), &state)
    case .store(let request): outside.store.ask(request)
    case .sync: outside.share(true)
    case .lookAtSharing: outside.share(false)
    case .readEntry(let path):
      let entry = outside.store.entry(path)
      return take(.entry(path, now: entry.now, edition: entry.edition), &state)
    case .editText(let text):
      if let ending = edit(text, &state) { return ending }
    case .nextTheme: return take(showNextTheme(), &state)
    case .mouse(let takes): screen.takeMouse(takes)
    case .suspend:
      if let ending = suspend() { return ending }
      _ = state.update(.resize(screen.size))
    }
    return nil
  }

  /// Draws in the next theme, and answers what is to be said of it.
  private func showNextTheme() -> Event {
    let next = outside.nextTheme(screen.theme.name)
    guard let theme = next.theme else { return .notice(next.notice) }
    screen.adopt(theme)
    guard screen.isColourless, !theme.isColourless else { return .theme(theme.name, next.notice) }
    return .theme(
      theme.name, Notice("Theme \(theme.name) needs colours; this screen has none."))
  }

  /// Gives the terminal to the user's editor until it is left.
  private func edit(_ text: String, _ state: inout DashboardState) -> Ending? {
    screen.leave()
    let edited = outside.edit(text)
    // What was typed at the editor, such as Ctrl-C, was meant for it.
    let ending = EventLoop.deadly(among: pendingSignals().subtracting([SIGINT, SIGQUIT]))
    if ending == nil {
      screen.resume()
      _ = state.update(.resize(screen.size))
    }
    // What was written is kept even where the program is to end.
    let outcome = take(.edited(edited), &state)
    return ending ?? outcome
  }

  // MARK: Waiting

  /// How long to sleep at most, in milliseconds; -1 until something happens.
  private func patience(of state: DashboardState) -> Int32 {
    if let patience = decoder.patience { return Int32(patience) }
    guard state.wantsClock else { return typing.pause ?? -1 }
    // The minute may have passed since the last look: it is shown now, and not with the next.
    guard outside.clock() == state.clock else { return 0 }
    var now = timespec()
    clock_gettime(CLOCK_REALTIME, &now)
    return min(Int32((60 - now.tv_sec % 60) * 1000), typing.pause ?? .max)
  }

  private func wait(
    for milliseconds: Int32, alsoToDraw: Bool
  ) -> (input: Bool, signals: Bool, arrivals: Bool, output: Bool) {
    var descriptors = [input, signals, outside.store.bell].map {
      pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
    }
    descriptors.append(
      pollfd(fd: alsoToDraw ? STDOUT_FILENO : -1, events: Int16(POLLOUT), revents: 0))
    guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else {
      // A signal broke the sleep; what it left in the pipe is there now.
      return (false, poll(&descriptors[1], 1, 0) > 0, false, false)
    }
    let ready = descriptors.map { $0.revents != 0 }
    return (ready[0], ready[1], ready[2], ready[3])
  }

  /// Whether the terminal takes more at once.
  private var takesOutput: Bool {
    var descriptor = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
    return poll(&descriptor, 1, 0) != 0
  }

  /// Whether there is something to read: a terminal that is gone looks ready but has nothing.
  private var hasInput: Bool {
    var count: Int32 = 0
    return ioctl(input, UInt(FIONREAD), &count) == 0 && count > 0
  }

  // MARK: Signals

  /// The signals that came since the last look.
  private func pendingSignals() -> Set<Int32> {
    var bytes = [UInt8](repeating: 0, count: 64)
    let count = read(signals, &bytes, bytes.count)
    return Set(bytes.prefix(max(0, count)).map { Int32($0) })
  }

  /// The signal among some that asks the program to end.
  private static func deadly(among numbers: Set<Int32>) -> Ending? {
    numbers.subtracting([SIGWINCH, SIGTSTP, SIGCONT]).min().map { .signal($0) }
  }

  private func takeSignals(_ events: inout [Event]) -> Ending? {
    let numbers = pendingSignals()
    if let ending = EventLoop.deadly(among: numbers) { return ending }
    if numbers.contains(SIGTSTP) {
      if let ending = suspend() { return ending }
    } else if numbers.contains(SIGCONT) {
      screen.resume()
    } else if numbers.contains(SIGWINCH) {
      screen.adoptSize()
    }
    events.append(.resize(screen.size))
    return nil
  }

  /// How often a program that is continued in the background stops again before it gives up.
  private static let stopLimit = 10

  /// Gives the terminal to the shell until the user comes back; a signal that came meanwhile may
  /// ask for the end, and the terminal then stays the shell's.
  private func suspend() -> Ending? {
    screen.leave()
    for _ in 0..<EventLoop.stopLimit {
      signals_stop()
      if let ending = EventLoop.deadly(among: pendingSignals()) { return ending }
      let foreground = tcgetpgrp(input)
      if foreground == getpgrp() || foreground < 0 {
        screen.resume()
        return nil
      }
    }
    return .signal(SIGHUP)
  }

  // MARK: Keys

  private mutating func readKeys() -> [Event] {
    var events: [Event] = []
    while case let code = shim_next_key(), code != ERR {
      if code != KEY_RESIZE { events += decoder.take(code) }
    }
    return events.map { clicks.counted($0) }
  }
}
