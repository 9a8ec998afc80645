import Dashboard
import Store

extension KeyMap {
  /// The usual keys with those that the configuration gives to some requests.
  ///
  /// - Throws: ``RecordFaults`` for names that there are not, and for keys that two requests have.
  init(_ assignments: [ConfigFile.Assignment]) throws(RecordFaults) {
    var faults: [RecordFault] = []
    var changes: [Request: [Key]] = [:]
    var places: [Request: ConfigFile.PlacedText] = [:]
    var owners: [Key: ConfigFile.PlacedText] = [:]
    for assignment in assignments {
      let name = assignment.name.text ?? ""
      guard let request = Request.allCases.first(where: { $0.settingName == name }) else {
        faults.append(
          assignment.name.fault(
            "no action is called “\(name)”", expected: "one of \(KeyMap.listed(near: name))"))
        continue
      }
      (changes[request], places[request]) = ([], assignment.name)
      for word in assignment.words {
        guard let key = word.text.flatMap({ Key(named: $0) }) else {
          let shown = word.text.map { "“\($0.prefix(40))” is no key" } ?? "a key is a text"
          faults.append(word.fault(shown, expected: KeyMap.keyExpectation))
          continue
        }
        if case .control = key, KeyMap.everywhere.contains(request), key.isForTyping {
          faults.append(
            word.fault(
              "“\(key.label)” is needed while you type, and “\(name)” would take it there too",
              expected: "another key"))
          continue
        }
        changes[request]?.append(key)
        owners[key] = owners[key] ?? word
      }
    }
    let map = KeyMap.usual.changing(changes)
    faults += map.clashes(of: changes, at: owners)
    if let place = places[.quit], changes[.quit] == [] {
      faults.append(place.fault("nothing would end the program", expected: "a key"))
    }
    guard faults.isEmpty else {
      throw RecordFaults(faults: faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    self = map
  }

  /// A fault for every key that two requests have, at the place that gives it to one of them.
  private func clashes(
    of changes: [Request: [Key]], at owners: [Key: ConfigFile.PlacedText]
  ) -> [RecordFault] {
    owners.compactMap { key, place in
      let requests = bindings.filter { $0.keys.contains(key) }.map(\.request)
      guard requests.count > 1 else { return nil }
      let names = requests.map { "“\($0.settingName)”" }.joined(separator: " and ")
      return place.fault(
        "“\(key.label)” is the key of \(names)",
        expected: "a key of its own for each, or [] for none")
    }
  }

  private static let keyExpectation =
    "a letter or sign, or one such as Ctrl-d, F2, Enter, Space, Tab, PgUp, Home, Up, Ctrl-Left"

  /// The names that share their first letter with a word, or all of them.
  private static func listed(near word: String) -> String {
    let names = Request.allCases.map(\.settingName)
    let near = names.filter { $0.first == word.first }
    return (near.isEmpty ? names : near).joined(separator: ", ")
  }
}
