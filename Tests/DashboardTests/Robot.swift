import Declaration
import Foundation
import Robot
import SeededGenerator

@testable import Dashboard
@testable import Store

/// The dashboard over a real store in a folder of its own, worked by random acts; after each of
/// them everything that always has to hold is looked at.
struct Robot {
  /// What did not hold, after which act.
  struct Fault: Error, CustomStringConvertible {
    let description: String
  }

  let seed: UInt64
  private(set) var count = 0
  /// The longest that an act and its frame took of the processor, in milliseconds, and which it was.
  private(set) var slowest = (milliseconds: 0.0, act: "none")
  private(set) var saves = 0
  private(set) var starts = 1

  private var acts: RandomActs
  private var state: DashboardState
  private var clock: Clock
  private let folder: RobotFolder
  private var ledger: Ledger
  /// What the store answered and the dashboard has not got yet.
  private var answers: [Event] = []
  private let isTraced = ProcessInfo.processInfo.environment["LADMP_ROBOT_TRACE"] != nil

  init(seed: UInt64) throws {
    self.seed = seed
    (folder, clock) = (RobotFolder(), Driver.clock)
    ledger = try folder.ledger()
    let size = Size(columns: 120, rows: 40)
    acts = RandomActs(seed: seed, size: size, clock: clock)
    state = Robot.started(ledger, size, clock, seed)
  }

  private static func started(
    _ ledger: Ledger, _ size: Size, _ clock: Clock, _ seed: UInt64, after last: Remembered? = nil
  ) -> DashboardState {
    DashboardState(
      ledger.dossier.speaking(last?.language ?? .en), size: size, clock: clock,
      hasEditor: seed % 3 == 0, drawsUnicode: seed % 4 != 3, remembered: last,
      isFirstTime: last == nil, geometry: { try? Geometry.builtIn() })
  }

  /// Does so many acts.
  ///
  /// - Throws: ``Fault`` at the first thing that does not hold.
  mutating func run(_ number: Int) throws {
    for _ in 0..<number {
      count += 1
      let act = acts.next()
      if isTraced { print("robot \(seed)/\(count): \(act)") }
      do {
        try carryOut(act)
      } catch {
        throw Fault(description: "seed \(seed), act \(count), \(act): \(error)")
      }
    }
    folder.mend()
    ledger.refresh()
    try checkStore()
  }

  private mutating func carryOut(_ act: Act) throws {
    let start = Robot.processorTime
    switch act {
    case .event(let event): try take(event)
    case .outside(let interference):
      folder.carryOut(interference, count)
      lookAtStore()
    }
    // The store answers when it likes.
    if acts.pick([true, false]) { try deliver() }
    let frame = state.frame
    let milliseconds = Double(Robot.processorTime - start) / 1e6
    if milliseconds > slowest.milliseconds { slowest = (milliseconds, "\(count), \(act)") }
    try check(frame)
    if count % 16 == 0 { try checkAnew(frame) }
    if count % 512 == 0 { try checkStore() }
  }

  /// What this thread took of the processor, in nanoseconds: others on the machine don't count.
  private static var processorTime: UInt64 {
    var now = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now)
    return UInt64(now.tv_sec) * 1_000_000_000 + UInt64(now.tv_nsec)
  }
}

// MARK: What is outside

extension Robot {
  private mutating func take(_ event: Event) throws {
    if case .clock(let now) = event { clock = now }
    for effect in state.update(event) { try carryOut(effect) }
  }

  private mutating func carryOut(_ effect: Effect) throws {
    switch effect {
    case .quit:
      (answers, starts) = ([], starts + 1)
      // Some begin afresh.
      let last = acts.pick([true, true, false]) ? state.remembered : nil
      state = Robot.started(ledger, state.size, clock, seed, after: last)
      if last != nil { try checkRemembered() }
    case .repaint, .suspend, .mouse: break
    case .sync, .lookAtSharing: answers.append(.sharing(acts.sharing()))
    case .openLink(let link):
      try require(
        link.hasPrefix("https://") || link.hasPrefix("http://"), "a link that is none: \(link)")
    case .copy: try take(.notice(Notice("Copied")))
    case .nextTheme: try take(.theme("dark", Notice("Theme dark.")))
    case .save(let name, _):
      try require(!name.contains("/") && !name.hasPrefix("."), "a name that leads astray: \(name)")
      try take(.notice(Notice("Saved as \(name).", isWarning: true)))
    case .readEntry(let path):
      let entry = ledger.entry(at: path)
      answers.append(.entry(path, now: entry.now, edition: entry.edition))
    case .editText(let text):
      try take(.edited(acts.pick([.unchanged, .text(text + "\nmore"), .unable("No"), .text("")])))
    case .store(let request): ask(request)
    }
  }

  private mutating func ask(_ request: StoreRequest) {
    if case .show(let editionAlone) = request {
      let dossier = editionAlone ? try? ledger.editionDossier() : ledger.dossier
      if let dossier { answers.append(.record(dossier, isEditionAlone: editionAlone)) }
      return
    }
    do {
      var carriedOut = request
      if case .saveElsewhere = request { carriedOut = .saveElsewhere(folder.another(count)) }
      let summary = try ledger.perform(carriedOut)
      saves += 1
      answers.append(.record(ledger.dossier, isEditionAlone: false))
      answers.append(.stored(summary, by: request))
    } catch {
      answers.append(.refused(Ledger.words(for: error), of: request))
    }
    answers.append(.storeStatus(ledger.status))
  }

  private mutating func lookAtStore() {
    if ledger.refresh() { answers.append(.record(ledger.dossier, isEditionAlone: false)) }
    if ledger.hasUnsavedChanges { _ = try? ledger.perform(.reload) }
    answers.append(.storeStatus(ledger.status))
  }

  private mutating func deliver() throws {
    let events = answers
    answers = []
    for event in events { try take(event) }
  }
}

// MARK: What always holds

extension Robot {
  private func require(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    if !condition { throw Fault(description: words()) }
  }

  private func check(_ frame: Frame) throws {
    try require(frame.size == state.size, "the frame has \(frame.size)")
    if let fault = frame.fault { throw Fault(description: fault) }
    try checkPanes()
    guard count % 4 == 0 else { return }
    var settled = state
    settled.settle()
    try require(settled.frame == frame, "settled again it is another frame")
  }

  private func checkPanes() throws {
    let layout = state.layout
    try require(state.view.panes.contains(state.focus), "the focus is in another view")
    if layout.shape != .tooSmall {
      try require(layout.panes[state.focus] != nil, "the focus is not on screen")
    }
    for (pane, rectangle) in layout.panes {
      let entries = state.entries(of: pane)
      if let place = state.selectedIndex(in: pane) {
        try require(entries.indices.contains(place), "\(pane) has no entry \(place)")
      } else {
        try require(entries.isEmpty, "nothing is selected in \(pane)")
      }
      let content = state.content(of: pane, in: rectangle.inside)
      let height = content.listHeight(in: rectangle.inside.rows)
      let offset = state.offsets[pane] ?? 0
      try require(
        offset >= 0 && offset <= max(0, content.rowCount - max(1, height)),
        "\(pane) is scrolled to \(offset) of \(content.rowCount)")
      if let selection = content.selection, height > 0 {
        try require(
          selection.overlaps(offset..<(offset + height)), "what is selected in \(pane) is not seen")
      }
    }
  }

  /// What was left is what a session that begins with it leaves.
  private func checkRemembered() throws {
    let last = state.remembered
    let again = Robot.started(ledger, state.size, clock, seed, after: last)
    try require(again.remembered == last, "it begins at \(again.remembered) after \(last)")
    try require(again.frame == state.frame, "begun again it is another frame")
  }

  /// The picture is the one that is made when nothing of the last is used again.
  private func checkAnew(_ frame: Frame) throws {
    var anew = state
    anew.settleAnew()
    try require(anew.frame == frame, "drawn from nothing it is another frame")
  }

  /// What is saved can be read, and is what the dashboard's ledger has.
  private func checkStore() throws {
    guard ledger.status == .saved, !folder.isSpoilt else { return }
    let again = try folder.ledger()
    try require(again.status == .saved, "the store reads as \(again.status)")
    try require(again.dossier.own == ledger.dossier.own, "the store holds another record")
    try require(
      again.dossier.own.rejected.isEmpty,
      "the store has what can't be read: \(again.dossier.own.rejected.first?.fault ?? "")")
  }
}
