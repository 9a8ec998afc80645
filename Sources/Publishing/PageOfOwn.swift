import Dashboard
import Declaration

// What does not come from the edition: its sources do not answer for it.
extension RecordPage {
  /// What the user did to an entry, in words behind it.
  func own(_ entry: FactPath) -> HTML {
    snapshot.dossier.ownWord(at: entry).map { HTML(" ") + HTML("em", [], text: "(\($0))") } ?? .none
  }

  /// What the user changed and hid, beside what the edition has; what was added says so where it
  /// stands.
  var ownSections: [Section] {
    let changes = snapshot.dossier.own.changes.filter { $0.kind != .added }
    guard !changes.isEmpty else { return [] }
    let lines = changes.map { HTML(snapshot.text(of: $0)) + notes($0.sources) }
    return [Section(id: "own", title: language("Your record"), parts: [list(lines)])]
  }
}
