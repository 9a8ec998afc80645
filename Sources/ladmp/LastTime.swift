import ArgumentParser
import Dashboard
import Declaration
import Store

/// Whether the dashboard begins where it was left.
struct RememberingOptions: ParsableArguments {
  @Flag(
    inversion: .prefixedNo,
    help: "Begin where the dashboard was left last time, and leave it for the next.")
  var remember: Bool?

  @Flag(
    help: """
      Begin as if for the first time, but for what was typed and not saved; at the end this takes \
      the place of what was remembered.
      """)
  var fresh = false

  /// What was left last time.
  ///
  /// - Parameter edition: the file of another edition, which has a place of its own.
  func lastTime(of edition: String?) -> LastTime {
    guard remember ?? Configuration.users.isOn(.remember), let folder = LastTime.folder else {
      return LastTime(file: nil, found: .nothing)
    }
    let usual = StateFile("\(folder)/state.json")
    let file = edition.map { StateFile("\(folder)/\(StoreOptions.name("state", of: $0))") }
    LastTime.takeOver(to: file ?? usual)
    guard !fresh else {
      let file = file ?? usual
      return LastTime(file: file, found: LastTime.drafts(in: file.read()))
    }
    guard let file else { return LastTime(file: usual, found: usual.read()) }
    return LastTime(file: file, found: file.read(), elsewhere: usual.read())
  }
}

/// What was left last time, and where what is left now goes.
struct LastTime {
  /// Nil where nothing is remembered.
  let file: StateFile?
  private let typing: TypingFile?
  private let found: StateFile.Found
  /// What was left of the built-in edition, where another is open.
  private let elsewhere: StateFile.Found

  init(file: StateFile?, found: StateFile.Found, elsewhere: StateFile.Found = .nothing) {
    (self.file, self.found, self.elsewhere) = (file, found, elsewhere)
    typing = file.map { TypingFile(beside: $0) }
  }

  /// What was left; nil where nothing can be used. How somebody likes to look is the same for every
  /// edition until they choose otherwise there; where they were is not.
  var remembered: Remembered? {
    switch (found, elsewhere) {
    // Nobody has left it yet: it is what was being typed in a session that was ended.
    case (.value(let value), .value(let other)) where Remembered(value).isOfDraftsAlone:
      Remembered(other).choices.with(drafts: Remembered(value).drafts)
    case (.value(let value), _): Remembered(value)
    case (.nothing, .value(let value)): Remembered(value).choices
    default: nil
    }
  }

  /// Whether nobody has ever left the dashboard here, or it is to be as if nobody had.
  var isFirstTime: Bool { file != nil && (found, elsewhere) == (.nothing, .nothing) }

  /// What is to be said of it in the footer.
  func notice(in language: Language) -> Notice? {
    guard case .fault(let fault) = found else { return nil }
    return Notice(
      language("What was left last time is passed over: \(reason: fault)"), isWarning: true)
  }

  /// Keeps what is being typed, in case the session is ended without a word.
  ///
  /// - Parameter gone: what this session was given back and has saved, forgotten or changed.
  /// - Returns: whether it is kept.
  func keep(typing drafts: [RecordValue], gone: [RecordValue]) -> Bool {
    guard let typing else { return true }
    if drafts.isEmpty {
      typing.remove()
    } else if (try? typing.keep(Remembered(drafts: drafts).value)) == nil {
      return false
    }
    return takeOut(gone)
  }

  /// Takes what was left unsaved and is saved, forgotten or kept anew by now out of what the next
  /// session would find.
  private func takeOut(_ gone: [RecordValue]) -> Bool {
    guard let file, !gone.isEmpty, case .value(let left) = file.read(),
      Remembered(left).drafts.contains(where: gone.contains)
    else { return true }
    let isOut: Void? = try? file.write { found in
      if case .value(let present) = found { return Remembered(present).without(gone).value }
      return Remembered(left).without(gone).value
    }
    return isOut != nil
  }

  /// Takes over what was being typed in sessions that were ended without a word. What can't be read,
  /// or has no place to go, stays where it is.
  fileprivate static func takeOver(to file: StateFile) {
    file.takeAbandoned { value in
      if case .fault = file.read() { return false }
      let isTaken: Void? = try? file.write { present in
        guard case .value(let present) = present else { return value }
        // They went on with what was there.
        return Remembered(present)
          .joined(with: Remembered(value), since: Remembered(present)).value
      }
      return isTaken != nil
    }
  }

  /// Leaves what the next session is to begin with. It is no loss where that can't be written.
  func leave(_ state: DashboardState) {
    let isLeft = leave { present in
      present.map { state.remembered.joined(with: $0, since: remembered) } ?? state.remembered
    }
    if isLeft { typing?.remove() }
  }

  /// Leaves the language alone, beside what was left before.
  func leave(_ language: Language) {
    _ = leave { present in (present ?? remembered ?? Remembered(.entry([:]))).choosing(language) }
  }

  /// - Parameter left: what is to be left, for what is there at that moment; nil where nothing is.
  /// - Returns: whether it was.
  private func leave(_ left: (Remembered?) -> Remembered) -> Bool {
    guard let file else { return true }
    let isLeft: Void? = try? file.write { found in
      if case .value(let present) = found {
        left(Remembered(present)).value
      } else {
        left(nil).value
      }
    }
    return isLeft != nil
  }

  /// Of what was left, what was typed and not saved.
  fileprivate static func drafts(in found: StateFile.Found) -> StateFile.Found {
    guard case .value(let value) = found else { return .nothing }
    return Remembered(value).drafts.isEmpty
      ? .nothing : .value(Remembered(value).withDraftsAlone.value)
  }

  /// Where it is kept (XDG Base Directory Specification): relative paths do not count.
  fileprivate static var folder: String? {
    let named = Environment.value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.local/state" }
    return (named ?? home).map { "\($0)/ladmp" }
  }
}
