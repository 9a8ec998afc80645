import Dashboard
import Declaration
import Store

/// What an import would do, in lines that people read.
enum ImportText {
  /// `3 added, 1 changed, 0 taken away`, without the marks that go with changes, and what of it goes
  /// without saying in the file.
  static func sum(of rehearsal: Rehearsal, _ imported: ImportedParts) -> String {
    let entries = rehearsal.effects.filter(isEntry)
    func count(_ kind: OwnChange.Kind) -> Int { entries.count { $0.kind == kind } }
    var parts = [
      "\(count(.added)) added", "\(count(.changed)) changed", "\(count(.hidden)) taken away",
    ]
    if imported.known > 0 { parts.append("\(imported.known) in your record already") }
    switch imported.unsourced {
    case 0: break
    case 1: parts.append("1 rests on your own knowledge, as it adds no source")
    case let many: parts.append("\(many) rest on your own knowledge, as they add no source")
    }
    return parts.joined(separator: ", ")
  }

  /// A line an entry.
  static func lines(of rehearsal: Rehearsal, in dossier: Dossier) -> [String] {
    rehearsal.effects.filter(isEntry).map { line($0, in: dossier) + "\n" }
  }

  /// An entry's line: `+ commitments/pe-2022-09-1 Peru: Ease work visas`, or `*` with the fields
  /// that change, or `-` for what is taken away. Safe for the terminal.
  private static func line(_ effect: Rehearsal.Effect, in dossier: Dossier) -> String {
    let path = effect.path.tokens.filter { !$0.isEmpty }.joined(separator: "/")
    switch effect.kind {
    case .added: return "+ \(path) \(words(for: effect, dossier))".visible
    case .hidden: return "- \(path)".visible
    case .changed:
      let fields = effect.fields.map { field in
        (field.name.isEmpty ? "" : field.name + " ")
          + "\(field.now ?? "taken away") (was \(field.before ?? "nothing"))"
      }
      return "* \(path): \(fields.joined(separator: ", "))".visible
    }
  }

  /// Dates and sides of changes come with the entries that they are about.
  private static func isEntry(_ effect: Rehearsal.Effect) -> Bool {
    !["changes", "conflicts"].contains(effect.path.tokens[0])
  }

  /// What tells an entry from others.
  private static func words(for effect: Rehearsal.Effect, _ dossier: Dossier) -> String {
    func field(_ name: String) -> String? { effect.fields.first { $0.name == name }?.now }
    let what = ["text", "title", "name", "about", "status", "date"].lazy.compactMap(field).first
    let who = field("country").map { dossier.country($0)?.name.english ?? $0 }
    return [who, what].compactMap { $0 }.joined(separator: ": ")
  }
}
