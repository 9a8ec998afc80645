import ArgumentParser
import Dashboard
import Store

/// What the user has set for good in `config.json`.
struct Configuration {
  /// The file; nil where no place for it is known.
  let file: String?
  private let entries: [String: ConfigFile.Entry]
  /// The keys of the dashboard, as the user has them, or what is wrong with them: only the dashboard
  /// needs them.
  private let readKeys: Result<KeyMap, RecordFaults>

  /// The user's configuration, read when it is first asked for.
  static let reading = Result { try Configuration(file: path) }

  /// The user's configuration; ends the program where it is wrong.
  static var users: Configuration {
    switch reading {
    case .success(let configuration): configuration
    case .failure(let error): fail(error)
    }
  }

  /// The keys of the dashboard, as the user has them; ends the program where they are wrong.
  var keys: KeyMap {
    switch readKeys {
    case .success(let keys): keys
    case .failure(let faults): Configuration.fail(faults)
    }
  }

  /// What is wrong with the keys of the dashboard; nil where nothing is.
  var keyFaults: RecordFaults? {
    if case .failure(let faults) = readKeys { faults } else { nil }
  }

  private static func fail(_ error: any Error) -> Never {
    let faults = (error as? RecordFaults)?.faults.map(\.description)
    let advice = "ladmp: mend that, or move the file away; “ladmp doctor” looks at all of it."
    Output.fail((faults ?? ["\(error)"]) + [advice], code: .configError)
  }

  /// The keys of the dashboard; the usual ones where the configuration can't be read, which is told
  /// where it matters.
  static var keysAsFarAsKnown: KeyMap { (try? reading.get().readKeys.get()) ?? .usual }

  /// Where it is looked for (XDG Base Directory Specification).
  static var path: String? {
    let named = Environment.value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    return (named ?? home).map { "\($0)/ladmp/config.json" }
  }

  private init(file: String?) throws {
    self.file = file
    guard let file, let bytes = try RecordFile.bytesIfThere(file) else {
      (entries, readKeys) = ([:], .success(.usual))
      return
    }
    let read = try ConfigFile(
      bytes, file: file, kinds: Setting.allCases.map { (name: $0.rawValue, kind: $0.kind) })
    entries = read.entries
    let assignments = read.assignments[Setting.keys.rawValue] ?? []
    readKeys = Result { () throws(RecordFaults) in try KeyMap(assignments) }
  }

  /// Whether there is a file.
  var isThere: Bool { file.map { (try? RecordFile.bytesIfThere($0)) != nil } ?? false }

  /// The value that is set.
  subscript(setting: Setting) -> String? {
    guard let text = entries[setting.rawValue]?.text else { return nil }
    switch setting {
    case .edition, .store: return resolved(text)
    case .theme where text.contains("/") || text.hasSuffix(".json"): return resolved(text)
    default: return text
    }
  }

  /// The line on which a value stands.
  func line(of setting: Setting) -> Int? { entries[setting.rawValue]?.line }

  /// Whether something is set to be so.
  func isOn(_ setting: Setting) -> Bool { (self[setting] ?? setting.usual) == "true" }

  /// A file as seen from the configuration's folder; `~` is the home.
  private func resolved(_ path: String) -> String {
    if path.hasPrefix("~/"), let home = Environment.value("HOME") {
      return home + path.dropFirst()
    }
    guard !path.hasPrefix("/"), let file, let slash = file.lastIndex(of: "/") else { return path }
    return file[...slash] + path
  }
}
