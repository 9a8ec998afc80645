import Declaration

extension DashboardState {
  /// What a request about the user's record is about: the chosen entry of it in the detail, else
  /// what the detail tells of.
  var target: Subject? {
    if focus == .detail, let link = detailLink, page.links.indices.contains(link),
      case .own(let entry) = page.links[link].target
    {
      return .own(entry)
    }
    return subject
  }

  /// Carries out a request about the user's record; nil for any other.
  mutating func takeOwn(_ request: Request) -> [Effect]? {
    switch request {
    case .own:
      show(.own)
      return view == .own ? ask(.reload) : []
    case .sync: return sync()
    case .editionAlone: return ask(.show(editionAlone: !isEditionAlone))
    case .saveElsewhere:
      prompt = .file(LineEditor())
      return []
    case .restorePrevious: return restorePrevious()
    case .open: return chosenSide
    case .note, .bookmark, .edit, .add, .delete, .undo, .redo:
      guard !isEditionAlone else {
        notice = Notice(
          language(
            "This is the edition alone: \(key: label(.editionAlone)) shows your record again, to change it."
          ))
        return []
      }
      return change(request)
    default: return nil
    }
  }

  private mutating func change(_ request: Request) -> [Effect] {
    switch request {
    case .note: beginNote()
    case .bookmark: toggleBookmark()
    case .edit: edit()
    case .add: offer(.additions(in: language))
    case .delete: delete()
    case .undo: ask(.undo)
    case .redo: ask(.redo)
    default: []
    }
  }

  /// Asks something of the store.
  func ask(_ request: StoreRequest) -> [Effect] { [.store(request)] }

  // MARK: Bookmarks

  private mutating func toggleBookmark() -> [Effect] {
    if case .own(.note) = target {
      notice = Notice(language("\(key: label(.bookmark)) bookmarks a fact, not a note on it."))
      return []
    }
    guard let path = target?.path else {
      notice = Notice(language("Nothing is selected."))
      return []
    }
    let isThere = dossier.own.isBookmarked(path)
    let name = snapshot.name(of: path)
    return ask(
      .amend(
        Amendment(
          isThere
            ? language("bookmark taken off \(name: name)") : language("bookmark on \(name: name)"),
          [
            Amendment.Part(
              path: FactPath("bookmarks", path.description), base: nil,
              value: isThere ? nil : .entry([:]))
          ])))
  }

  // MARK: Changing and taking away

  private mutating func edit() -> [Effect] {
    if case .own(.note(let id)) = target { return read(FactPath("notes", id), for: .note) }
    let paths = target.map(editablePaths) ?? []
    guard !paths.isEmpty else {
      notice = Notice(language("There is nothing to change here; A adds something."))
      return []
    }
    return offer(
      ChoiceMenu(
        title: language("Edit"),
        choices: paths.map {
          .init(label: snapshot.name(of: $0).capitalizedFirst, action: .edit($0))
        }))
  }

  private mutating func delete() -> [Effect] {
    switch target {
    case .own(.note(let id)): return takeAway(FactPath("notes", id))
    case .own(.bookmark): return toggleBookmark()
    case .own(.change(let path)): return ask(.takeBack(path))
    case .own(.conflict):
      notice = Notice(language("Choose the version to keep in the detail, with Enter."))
      return []
    case .own(.rejected):
      notice = Notice(language("What can't be read is kept as it is; mend it in the store's file."))
      return []
    default: break
    }
    let paths = target.map(editablePaths) ?? []
    return offer(
      ChoiceMenu(
        title: language("Delete or hide"),
        choices: paths.map { path in
          let verb = isAdded(path) ? language("Delete") : language("Hide")
          return .init(
            label: "\(verb)\(language.colon) \(snapshot.name(of: path))", action: .delete(path))
        }))
  }

  private func isAdded(_ path: FactPath) -> Bool {
    dossier.own.changes(in: path).contains { $0.kind == .added && $0.path.leads(to: path) }
  }

  /// Deletes what was added, hides what the edition has.
  mutating func takeAway(_ path: FactPath) -> [Effect] {
    let isNote = path.tokens.first == "notes"
    let verb = isNote || isAdded(path) ? language("deleted") : language("hidden")
    let about = dossier.own.notes.first { $0.id == path.tokens.last }?.about
    let name =
      isNote
      ? language("note on \(name: snapshot.name(of: about ?? path))") : snapshot.name(of: path)
    return ask(
      .amend(
        Amendment(
          "\(verb)\(language.colon) \(name)", [Amendment.Part(path: path, base: nil, value: nil)])))
  }

  /// The entries behind a subject that a form can change, the most likely first.
  func editablePaths(of subject: Subject) -> [FactPath] {
    switch subject {
    case .country(let code):
      let meetings = snapshot.meetings.filter { $0.attendance[code] != nil }
      let narrowed = meetings.filter { trail.contains(.meeting($0.id)) }
      let others = meetings.reversed().filter { !trail.contains(.meeting($0.id)) }
      let attendance = { (meeting: Meeting) in
        FactPath("meetings", meeting.id, "attendance", code)
      }
      let endorsement =
        snapshot.endorsement(of: code) == nil ? [] : [FactPath("endorsements", code)]
      return narrowed.map(attendance) + endorsement + others.map(attendance)
        + snapshot.memberships(of: code).map {
          FactPath("packages", $0.package.id, "members", code)
        } + [subject.path]
    case .meeting(let id):
      guard let country = narrowedCountry, dossier.meeting(id)?.attendance[country.id] != nil
      else { return [subject.path] }
      return [subject.path, FactPath("meetings", id, "attendance", country.id)]
    case .package(let id):
      guard let country = narrowedCountry, dossier.package(id)?.members[country.id] != nil
      else { return [subject.path] }
      return [subject.path, FactPath("packages", id, "members", country.id)]
    case .own(.note): return []
    case .own(.bookmark(let path)):
      return Subject(path: path).map(editablePaths) ?? []
    default: return [subject.path.editable].compactMap { $0 }
    }
  }

  // MARK: Two versions

  /// The version that is chosen in the detail, as a request; nil when none is.
  private var chosenSide: [Effect]? {
    guard focus == .detail, let link = detailLink, page.links.indices.contains(link),
      let request = page.links[link].request
    else { return nil }
    return [.store(request)]
  }
}
