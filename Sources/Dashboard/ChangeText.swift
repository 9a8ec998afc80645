import Declaration

/// Changes in words.
public enum ChangeText {
  /// A change as a row of a list: a sign and a sentence.
  static func line(of change: Change, in snapshot: Snapshot) -> Line {
    let own = snapshot.changeSign(at: facts(of: change))
    var line = Line(own?.character ?? " ", own?.role ?? .plain)
    line.append(isDisputed(change, in: snapshot) ? Sign.disputed.character : " ", .disputed)
    line.append(" ")
    let sign = sign(of: change)
    line.append(sign.character, sign.role)
    line.append(" " + sentence(on: change, in: snapshot.dossier))
    return line
  }

  private static func sign(of change: Change) -> Sign {
    switch change.event {
    case .endorsed: .endorsed
    case .announced: .meetingAhead
    case .held, .reported: .meetingHeld
    case .disputed, .joinedDispute: .disputed
    case .identified, .joined, .committed, .advanced:
      Sign(character: "›", word: "new", role: .notice)
    case .happened: .context
    }
  }

  /// Changes as plain lines, each day once.
  public static func text(of changes: [Change], in snapshot: Snapshot) -> String {
    let language = snapshot.language
    var lines: [String] = []
    var day: Day?
    for change in changes {
      if change.day != day {
        if day != nil { lines.append("") }
        day = change.day
        lines.append(DateText.long(change.day, in: language))
      }
      let sentence = sentence(on: change, in: snapshot.dossier)
      lines.append("  - \(sentence)\(marks(of: change, in: snapshot))")
    }
    return lines.map { $0.visible + "\n" }.joined()
  }

  /// A change in a sentence without its day.
  public static func sentence(on change: Change, in dossier: Dossier) -> String {
    let language = dossier.language
    func name(_ code: CountryCode) -> String { dossier.country(code)?.name[language] ?? code }
    func title(_ package: ActionPackage) -> String {
      language("package \(number: package.number)")
        + (package.title.map { ", \($0[language])" } ?? "")
    }
    func title(_ meeting: Meeting) -> String {
      (meeting.venue.city(in: language).map { "\($0), " } ?? "") + meeting.title[language]
    }
    switch change.event {
    case .endorsed(let endorsement):
      return language("\(country: name(endorsement.country)) has endorsed")
    case .announced(let meeting):
      let day = DateText.short(meeting.date, in: language)
      return language("announced for \(day: day): \(meeting: title(meeting))")
    case .held(let meeting): return language("held: \(meeting: title(meeting))")
    case .reported(let meeting):
      let present = meeting.attendance.values.count { $0.status.isPresent }
      let countries = Figures.count(present, "country", plural: "countries", in: language)
      return language("reported: \(meeting: title(meeting)), \(figure: countries) present")
    case .identified(let package): return language("new \(name: title(package))")
    case .joined(let package, let country, let membership):
      return membership.role == .lead
        ? language("\(country: name(country)) leads \(name: title(package))")
        : language("\(country: name(country)) takes part in \(name: title(package))")
    case .committed(let commitment):
      let amount =
        commitment.amount.map { "\(language.colon) \(Figures.amount($0, in: language))" } ?? ""
      return "\(name(commitment.country))\(language.colon) \(commitment.text[language])\(amount)"
        + language.partNote(of: commitment)
    case .advanced(let commitment, let step):
      return
        "\(language.text(step.state.rawValue))\(language.colon) \(name(commitment.country)), \(commitment.text[language])"
    case .happened(let entry):
      guard entry.date.last != change.day else { return entry.text[language] }
      return "\(entry.text[language]) (\(DateText.short(entry.date, in: language)))"
    case .disputed(let dispute):
      return "\(Sign.disputed.word(in: language))\(language.colon) \(dispute.about[language])"
    case .joinedDispute(let dispute, let side):
      return language(
        "another side, \(title: dispute.about[language]): \(text: side.text[language])")
    }
  }

  /// Whether sources differ on a change, and what the user did to its entry, in words behind it.
  static func marks(of change: Change, in snapshot: Snapshot) -> String {
    let facts = facts(of: change)
    let own = snapshot.changeSign(at: facts).map {
      snapshot.dossier.own.word(of: $0, at: facts, in: snapshot.language)
    }
    let disputed =
      isDisputed(change, in: snapshot) ? Sign.disputed.word(in: snapshot.language) : nil
    let words = [disputed, own].compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? "" : " (\(words))"
  }

  private static func isDisputed(_ change: Change, in snapshot: Snapshot) -> Bool {
    let fact: FactPath? =
      switch change.event {
      case .held(let meeting): FactPath("meetings", meeting.id, "date")
      case .reported(let meeting): FactPath("meetings", meeting.id, "attendance")
      case .joined(let package, let country, _):
        FactPath("packages", package.id, "members", country)
      default: facts(of: change).first
      }
    return fact.map { snapshot.isDisputed($0) } ?? false
  }

  /// The entry that a change is the whole of; none where it is an event of a bigger one.
  private static func facts(of change: Change) -> [FactPath] {
    switch change.event {
    case .endorsed(let endorsement): [FactPath("endorsements", endorsement.country)]
    case .committed(let commitment), .advanced(let commitment, _):
      [FactPath("commitments", commitment.id)]
    case .happened(let entry): [FactPath("context", entry.id)]
    default: []
    }
  }

  /// What the detail pane tells of for a change.
  static func subject(of change: Change) -> Subject {
    switch change.event {
    case .endorsed(let endorsement): .country(endorsement.country)
    case .announced(let meeting), .held(let meeting), .reported(let meeting): .meeting(meeting.id)
    case .identified(let package), .joined(let package, _, _): .package(package.id)
    case .committed(let commitment), .advanced(let commitment, _): .commitment(commitment.id)
    case .happened(let entry): .context(entry.id)
    case .disputed(let dispute), .joinedDispute(let dispute, _): .dispute(dispute.id)
    }
  }
}
