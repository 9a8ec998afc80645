/// Something that a user can ask for while a form or a note is edited.
enum FormRequest: CaseIterable, Sendable {
  case save, leave, next, previous, pageDown, pageUp
  case complete, nextCandidate, previousCandidate, languages, startOver

  /// What it does, in one line of the help.
  var explanation: String {
    switch self {
    case .save: "Form, note: save it"
    case .leave: "Form, note: leave it; what you typed is kept"
    case .next: "Form: to the next line; after the last one save"
    case .previous: "Form: to the line before"
    case .pageDown: "Form, note: a page down"
    case .pageUp: "Form, note: a page up"
    case .complete: "Form: take the marked entry of the list, else the next line"
    case .nextCandidate: "Form: mark the next entry of the list"
    case .previousCandidate: "Form: mark the entry before"
    case .languages: "Form: lines for all four languages, and back"
    case .startOver: "Form, note: forget what was typed"
    }
  }

  /// What it does in a word or two, for the footer.
  var hint: String {
    switch self {
    case .save: "save"
    case .leave: "leave"
    case .next: "next"
    case .previous: "before"
    case .complete: "complete"
    case .nextCandidate: "other entry"
    case .languages: "languages"
    case .startOver: "start over"
    case .pageDown, .pageUp, .previousCandidate: explanation
    }
  }
}

extension Key {
  /// Whether it does something while a form, a note or a line is typed.
  public var isForTyping: Bool {
    var (line, area) = (LineEditor(), TextArea())
    return FormKeys.request(for: self) != nil || line.take(self) || area.take(self, columns: 80)
  }
}

/// The table of keys while a form or a note is edited; every other key is text or moves in it.
enum FormKeys {
  /// The keys of each request, the one to show first.
  static let bindings: [(request: FormRequest, keys: [Key])] = [
    (.save, [.control("s")]),
    (.leave, [.escape]),
    (.next, [.down, .enter]),
    (.previous, [.up, .backTab]),
    (.pageDown, [.pageDown]),
    (.pageUp, [.pageUp]),
    (.complete, [.tab]),
    (.nextCandidate, [.control("n")]),
    (.previousCandidate, [.control("p")]),
    (.languages, [.control("t")]),
    (.startOver, [.control("x")]),
  ]

  /// What a key asks for; nil for what is typed.
  static func request(for key: Key) -> FormRequest? {
    bindings.first { $0.keys.contains(key) }?.request
  }

  /// The keys of some requests with what they do, for the footer.
  static func hints(_ requests: [FormRequest]) -> [(keys: String, hint: String)] {
    requests.compactMap { request in
      let key = bindings.first { $0.request == request }?.keys.first
      return key.map { ($0.label, request.hint) }
    }
  }
}
