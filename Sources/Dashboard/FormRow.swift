import Declaration

/// A line of a form: a field, or a part of one, that is typed on one line.
struct FormRow: Hashable, Sendable {
  /// What the line is for.
  enum Place: Hashable, Sendable {
    /// A value of the entry, by its way of fields and places in lists.
    case value([String])
    /// A part of the path of a new entry.
    case path(String)
    /// The source that a change rests on.
    case changeSource
  }

  /// When the line can't stay empty.
  enum Need: Hashable, Sendable {
    case never, always
    /// When something else stands below that way of fields.
    case with([String])
  }

  /// More than any text of the record.
  private static let limit = 20_000

  let place: Place
  let label: String
  let kind: RecordField.Kind
  let need: Need
  /// What the line began with.
  let original: String
  let originalValue: RecordValue?
  var editor: LineEditor
  /// Whether somebody typed in it, whatever stands there now.
  var isTyped = false
  /// Whether it is a translation in the reader's own language, which is never out of sight.
  var isForTheReader = false

  init(
    _ place: Place, _ label: String, _ kind: RecordField.Kind, need: Need, value: RecordValue?,
    readBy reader: Language = .en
  ) {
    (self.place, self.label, self.kind, self.need) = (place, label, kind, need)
    originalValue = value
    editor = LineEditor(limit: FormRow.limit)
    editor.set(kind.text(of: value, in: reader))
    original = editor.text
  }

  /// The way of fields and places to its value; nil for what is not in the entry.
  var way: [String]? {
    if case .value(let way) = place { way } else { nil }
  }

  /// The label in a language: the field's, with the place in a list and the part after it.
  func label(in language: Language) -> String { language.formLabel(label) }

  var isTouched: Bool { editor.text != original }

  var isEmpty: Bool { editor.text.allSatisfy(\.isWhitespace) }

  /// Back to what the line began with.
  mutating func restore() { editor.set(original) }

  /// What is typed, as a value; what was not touched stays as it is written.
  func value(in dossier: Dossier) throws(FieldProblem) -> RecordValue? {
    isTouched ? try kind.value(of: editor.text, in: dossier) : originalValue
  }

  /// What is wrong with what is typed.
  func problem(in dossier: Dossier) -> FieldProblem? {
    do {
      _ = try value(in: dossier)
      return nil
    } catch {
      return error
    }
  }
}
