import Declaration

@testable import Store

// The readers of files that a person writes: a record, a configuration, a theme.
extension StoreProperty {
  /// A fault has a place, and there is one where something is refused.
  private static func requirePlaces(_ faults: [RecordFault]) throws {
    try require(!faults.isEmpty, "refused without a fault")
    for fault in faults {
      try require(fault.line > 0 && fault.column > 0, "a fault without a place")
    }
  }

  static func checkEdition(_ bytes: [UInt8]) throws {
    let dossier: Dossier
    do {
      dossier = try Edition.dossier(bytes, file: "edition.json")
    } catch let faults as RecordFaults {
      return try requirePlaces(faults.faults)
    }
    for day in [dossier.startDay] + dossier.days.prefix(8) {
      let snapshot = dossier.asOf(day)
      for meeting in snapshot.meetings { _ = snapshot.phase(of: meeting) }
      for country in dossier.countries {
        try require(dossier.country(country.id) == country, "\(country.id) is not found")
        _ = snapshot.memberships(of: country.id)
      }
    }
    for language in Language.allCases { _ = dossier.speaking(language) }
    let again = try Edition.dossier(Edition.escaped(bytes), file: "again.json")
    try require(again == dossier, "a record is read otherwise than it was written")
    // Laid over nothing of the user's it is itself.
    let empty = try Ledger.read(
      try Edition.document(bytes, file: "edition.json"), .empty(file: "store.json")
    ) { _ in }
    try require(empty.dossier == dossier, "an empty store changes the record")
  }

  static func checkConfig(_ bytes: [UInt8]) throws {
    let kinds: [(name: String, kind: ConfigKind)] = [
      ("as_of", .day), ("edition", .text), ("lang", .choice(["en", "es"])), ("ascii", .flag),
      ("theme", .nameOrFile(["dark", "light"])), ("color", .choice(["256", "never"])),
      ("keys", .assignments),
    ]
    do {
      let entries = try ConfigFile(bytes, file: "config.json", kinds: kinds).entries
      let lines = bytes.count { $0 == UInt8(ascii: "\n") } + 1
      for (name, entry) in entries {
        let kind = kinds.first { $0.name == name }?.kind
        try require((1...lines).contains(entry.line), "“\(name)” stands on line \(entry.line)")
        switch kind {
        case .choice(let words): try require(words.contains(entry.text), "“\(name)” is no choice")
        case .flag: try require(["true", "false"].contains(entry.text), "“\(name)” is no flag")
        case .day: try require(entry.text == "today" || Day(entry.text) != nil, "no day")
        case .text, .nameOrFile: try require(!entry.text.isEmpty, "“\(name)” is empty")
        case .assignments: continue
        case nil: throw Violation("“\(name)” is no name")
        }
      }
    } catch let faults as RecordFaults {
      try requirePlaces(faults.faults)
    }
  }

  static func checkTheme(_ bytes: [UInt8]) throws {
    let parts = ["plain", "header", "link", "selected"]
    do {
      let theme = try ThemeReader.read(bytes, name: "mine", file: "mine.json", parts: parts) {
        base, place in
        guard base == "dark" else {
          throw RecordFaults(faults: [place.fault("there is no theme “\(base)”", expected: "dark")])
        }
        var theme = StoredTheme(name: base)
        theme.looks["link"] = StoredLook(isBold: true)
        return theme
      }
      let named = Set(theme.looks.keys).union(theme.fewColours.keys)
      try require(named.isSubset(of: parts), "a part that there is not: \(named)")
    } catch let faults as RecordFaults {
      try requirePlaces(faults.faults)
    }
  }
}
