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

  @Flag(help: "Begin as if for the first time; what is left now is remembered.")
  var fresh = false

  /// What was left last time.
  func lastTime() -> LastTime {
    guard remember ?? Configuration.users.isOn(.remember), let path = LastTime.path else {
      return LastTime(file: nil, found: .nothing)
    }
    let file = StateFile(path)
    return LastTime(file: file, found: fresh ? .value(.entry([:])) : file.read())
  }
}

/// What was left last time, and where what is left now goes.
struct LastTime {
  /// Nil where nothing is remembered.
  let file: StateFile?
  private let found: StateFile.Found

  init(file: StateFile?, found: StateFile.Found) { (self.file, self.found) = (file, found) }

  /// What was left; nil where nothing can be used.
  var remembered: Remembered? {
    if case .value(let value) = found { Remembered(value) } else { nil }
  }

  /// Whether nobody has ever left the dashboard here.
  var isFirstTime: Bool { file != nil && found == .nothing }

  /// What is to be said of it in the footer.
  func notice(in language: Language) -> Notice? {
    guard case .fault(let fault) = found else { return nil }
    return Notice(
      language("What was left last time is passed over: \(reason: fault)"), isWarning: true)
  }

  /// Leaves what the next session is to begin with. It is no loss where that can't be written.
  func leave(_ state: DashboardState) {
    try? file?.write(state.remembered.value)
  }

  /// Leaves the language alone, beside what was left before.
  func leave(_ language: Language) {
    let before = remembered ?? Remembered(.entry([:]))
    try? file?.write(before.choosing(language).value)
  }

  /// Where it is kept (XDG Base Directory Specification): relative paths do not count.
  static var path: String? {
    let named = Environment.value("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.local/state" }
    return (named ?? home).map { "\($0)/ladmp/state.json" }
  }
}
