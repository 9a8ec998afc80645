import Dashboard
import Declaration

// What does not come from the edition: its sources do not answer for it.
extension RecordPage {
  /// What the user did to a fact, in words behind it.
  func own(_ entry: FactPath) -> HTML {
    snapshot.ownWord(at: entry).map { HTML(" ") + HTML("em", [], text: "(\($0))") } ?? .none
  }

  /// What the user changed and hid, beside what the edition has; what was added says so where it
  /// stands.
  var ownSections: [Section] {
    guard !ownChanges.isEmpty else { return [] }
    let lines = ownChanges.map { HTML(snapshot.text(of: $0)) + notes($0.sources) }
    return [Section(id: "own", title: language("Changed from the edition"), parts: [list(lines)])]
  }
}
