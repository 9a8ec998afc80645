import Declaration

/// What is laid over the panes and takes the keys.
enum Sheet: Sendable {
  /// Until the store answers with an entry.
  case reading(FactPath, Reading)
  case menu(ChoiceMenu)
  case form(EntryForm)
  case note(NoteDraft)
  case palette(Palette)

  /// What an entry is read for.
  enum Reading: Hashable, Sendable {
    case form, note
  }

  /// Whether an answer of the store is waited for; keys are kept until then.
  var isWaiting: Bool {
    if case .reading = self { true } else { false }
  }

  /// Under what it is kept while it is not shown; nil for what is not typed in.
  var draftKey: DraftKey? {
    switch self {
    case .reading, .menu, .palette: nil
    case .form(let form): .form(form.purpose)
    case .note(let note): .note(about: note.about, id: note.id)
    }
  }

  /// How far it is scrolled.
  var offset: Int {
    get {
      switch self {
      case .reading: 0
      case .menu(let menu): menu.offset
      case .form(let form): form.offset
      case .note(let note): note.offset
      case .palette(let palette): palette.offset
      }
    }
    set {
      switch self {
      case .reading: break
      case .menu(var menu):
        menu.offset = newValue
        self = .menu(menu)
      case .form(var form):
        form.offset = newValue
        self = .form(form)
      case .note(var note):
        note.offset = newValue
        self = .note(note)
      case .palette(var palette):
        palette.offset = newValue
        self = .palette(palette)
      }
    }
  }

  /// What works in it, for the footer.
  var hints: [(keys: String, hint: String)] {
    switch self {
    case .reading: return [("Esc", "leave")]
    case .palette: return [("Enter", "do it"), ("Esc", "leave"), ("↑ ↓", "move")]
    case .menu: return [("Enter", "choose"), ("Esc", "leave"), ("↑ ↓", "move")]
    case .note: return FormKeys.hints([.save, .leave, .startOver])
    case .form(let form):
      let requests: [FormRequest] = [
        .save, .leave, .complete, .next, .previous, .nextCandidate, .languages, .startOver,
      ]
      let takesIDs = FormRequest.idRequests
      return FormKeys.hints(
        requests.filter { form.focused.kind.isCompletable || !takesIDs.contains($0) })
    }
  }
}

/// What was typed and not saved, so that it can be had back.
enum DraftKey: Hashable, Sendable {
  case form(EntryForm.Purpose)
  case note(about: FactPath, id: String?)
}

extension FormRequest {
  /// What works on lines with a list to choose from alone.
  fileprivate static let idRequests: [FormRequest] = [.complete, .nextCandidate]
}

extension RecordField.Kind {
  /// Whether there is a list to choose from.
  var isCompletable: Bool {
    switch self {
    case .choice, .flag, .reference, .sources: true
    default: false
    }
  }
}
