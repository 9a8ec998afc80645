import Declaration

/// How a shared record stands to what others have.
public struct Sharing: Hashable, Sendable {
  /// What is being done, or why nothing can be.
  public enum Phase: Hashable, Sendable {
    case idle, working, offline
    /// The last exchange did not come to pass, and not because the remote is out of reach.
    case halted
  }

  /// What is being done, or why nothing can be.
  public var phase: Phase
  /// Changes that others have not.
  public var ahead: Int
  /// Changes of others that are not in the record.
  public var behind: Int

  /// How a shared record stands.
  public init(_ phase: Phase = .idle, ahead: Int = 0, behind: Int = 0) {
    (self.phase, self.ahead, self.behind) = (phase, ahead, behind)
  }

  /// It in a word or two, for the end of the footer.
  func words(in language: Language) -> String {
    switch phase {
    case .working: return language("sharing…")
    case .offline where ahead > 0: return language("offline, ahead \(count: ahead)")
    case .offline: return language("offline")
    case .halted where ahead > 0: return language("not shared, ahead \(count: ahead)")
    case .halted: return language("not shared")
    case .idle: break
    }
    switch (ahead, behind) {
    case (0, 0): return language("in step")
    case (_, 0): return language("ahead \(count: ahead)")
    case (0, _): return language("behind \(count: behind)")
    default: return language("ahead \(count: ahead)") + ", " + language("behind \(count: behind)")
    }
  }
}

extension DashboardState {
  /// Sends and fetches, behind the screen.
  mutating func sync() -> [Effect] {
    guard sharing?.phase != .working else { return [] }
    // Before it was first looked nobody knows whether it is shared; whoever sends knows.
    sharing?.phase = .working
    return [.sync]
  }

  mutating func take(_ sharing: Sharing) { self.sharing = sharing }

  mutating func takeNotShared() {
    sharing = nil
    notice = Notice(
      language(
        "This record is not shared: ladmp share init begins it, ladmp share join URL joins others."
      ))
  }

  mutating func take(_ past: FactPast) {
    guard past != self.past else { return }
    self.past = past
    mark()
  }

  /// Marks what came from others until it was looked at.
  mutating func take(arrived paths: [FactPath], disputes: Int) {
    guard !paths.isEmpty || disputes > 0 else { return }
    arrived.formUnion(paths)
    mark()
    var text = language(
      paths.count, one: "One entry came from others",
      other: "\(count: paths.count) entries came from others")
    if disputes > 0 {
      text +=
        "\(language.semicolon) "
        + language(
          disputes, one: "one is to be settled: \(key: label(.own))",
          other: "\(count: disputes) are to be settled: \(key: label(.own))")
    }
    notice = Notice(text + ".")
  }

  /// What the detail tells of was looked at by whoever presses the next key.
  mutating func see() {
    guard !arrived.isEmpty, let subject, layout.panes[.detail] != nil else { return }
    let entries = Set(dossier.entries(of: subject).map(\.entry))
    let left = arrived.filter { path in
      dossier.own.entry(of: path).map { !entries.contains($0) } ?? true
    }
    guard left.count < arrived.count else { return }
    arrived = left
    mark()
  }

  private mutating func mark() {
    snapshot = dossier.marking(arrived: arrived).telling(past).asOf(snapshot.day)
    recordNumber += 1
  }
}
