import Declaration

// The texts of a record stay in its document until they are shown.
extension JSONDocument: KeptTexts {
  func text(at place: Int32, in language: Language) -> String? {
    JSONValue(document: self, place: Int(place))[language.rawValue]?.string
  }
}
