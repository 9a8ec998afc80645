import Declaration

// What keeps a form from being sent.
extension EntryForm {
  /// Whether a line can't stay empty, as the others stand.
  func isNeeded(_ row: FormRow) -> Bool {
    switch row.need {
    case .never: false
    case .always: true
    case .with(let way):
      rows.contains { other in
        (other.way?.starts(with: way) ?? false) && other.place != row.place && !other.isEmpty
      }
    }
  }

  /// Whether a line is empty that must not be.
  func isMissing(_ row: FormRow) -> Bool { row.isEmpty && isNeeded(row) }

  /// The first line that can't be saved as it is, and why.
  func firstFault(in dossier: Dossier) -> (place: Int, reason: String)? {
    for (place, row) in rows.enumerated() {
      if isMissing(row) {
        return (
          place,
          dossier.language(
            "\(name: row.label(in: dossier.language)) can't stay empty") + "."
        )
      }
      if let problem = row.problem(in: dossier) {
        return (
          place,
          "\(row.label(in: dossier.language))\(dossier.language.colon) \(dossier.language.sentence(of: problem, in: row.kind))."
        )
      }
    }
    return nil
  }

  /// The labels of what was changed, each once.
  func changedLabels(in language: Language) -> [String] {
    let names = rows.filter(\.isTouched).compactMap { $0.way?.first }
    return fields.filter { names.contains($0.name) }.map { language.text($0.label).loweredFirst }
  }
}
