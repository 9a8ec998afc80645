import Declaration

/// A note as it is being written.
struct NoteDraft: Sendable {
  /// What it is about.
  let about: FactPath
  /// The note's key; nil for a new one.
  let id: String?
  /// What the note was when the writing began; nil for a new one.
  let base: RecordValue?
  let title: String
  /// The text that the writing began with.
  let original: String
  var area: TextArea
  var offset = 0

  init(
    about: FactPath, id: String?, base: RecordValue?, named name: String, _ language: Language = .en
  ) {
    (self.about, self.id, self.base) = (about, id, base)
    title =
      id == nil
      ? language("Note on \(name: name)") : language("Edit the note on \(name: name)")
    original = base?["text"]?.text ?? ""
    area = TextArea(original)
  }

  var isTouched: Bool { area.text != TextArea(original).text }

  /// The note as it was typed, over what it was.
  func value(_ text: String) -> RecordValue {
    (base ?? .entry([:])).setting(.text(about.description), at: ["about"])
      .setting(.text(text), at: ["text"])
  }

  mutating func startOver() { area = TextArea(original) }
}
