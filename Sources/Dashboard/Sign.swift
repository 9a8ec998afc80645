import Declaration

extension Venue {
  /// The place without its state, country or building: `Los Angeles`.
  func city(in language: Language) -> String? {
    place?[language].split(separator: ",").first?.split(separator: "(").first.map {
      $0.last == " " ? String($0.dropLast()) : String($0)
    }
  }
}

/// The signs and words that stand for a status, so that nothing rests on colour alone.
public struct Sign: Sendable {
  /// The sign, one cell wide.
  public let character: String
  /// What it stands for.
  public let word: String
  let role: Role

  /// What it stands for, in a language.
  public func word(in language: Language) -> String { language.text(word) }

  /// What it stands for above a list of countries.
  func plural(in language: Language) -> String {
    language == .en ? word : Phrasebook.of(language)["plural|" + word] ?? language.text(word)
  }

  /// A country that has endorsed.
  public static let endorsed = Sign(character: "●", word: "endorsed", role: .endorsed)
  /// A country that has not.
  public static let notEndorsed = Sign(character: "○", word: "not endorsed", role: .notEndorsed)
  static let ahead = Sign(character: " ", word: "to come", role: .quiet)
  /// What no source speaks of.
  public static let notReported = Sign(character: "·", word: "not reported", role: .notReported)
  static let disputed = Sign(character: "‡", word: "sources differ", role: .disputed)
  /// A meeting that is over.
  public static let meetingHeld = Sign(character: "◆", word: "held", role: .past)
  static let meetingNext = Sign(character: "▶", word: "the next meeting", role: .next)
  /// A meeting to come.
  public static let meetingAhead = Sign(character: "◇", word: "to come", role: .next)
  static let context = Sign(character: "•", word: "context", role: .quiet)

  static let added = Sign(character: "+", word: "added by you", role: .own)
  static let changed = Sign(character: "*", word: "changed by you", role: .own)
  static let hidden = Sign(character: "-", word: "hidden by you", role: .own)
  static let bookmarked = Sign(character: "★", word: "bookmarked", role: .own)
  static let noted = Sign(character: "✎", word: "with a note", role: .own)
  static let conflict = Sign(character: "≠", word: "two versions", role: .warning)
  static let arrived = Sign(character: "↓", word: "new from others", role: .own)
  static let rejected = Sign(character: "!", word: "can't be read", role: .warning)

  /// Every sign, for the help.
  static let all =
    [endorsed, notEndorsed] + Attendance.Status.allCases.map { of($0) }
    + [meetingHeld, meetingNext, meetingAhead, context, disputed]
    + [added, changed, hidden, bookmarked, noted, conflict, arrived]

  /// What stands for what sources say of a country's presence.
  public static func of(_ status: Attendance.Status) -> Sign {
    switch status {
    case .attended: Sign(character: "✓", word: "attended", role: .present)
    case .delegate: Sign(character: "◐", word: "sent a delegate", role: .delegate)
    case .declined: Sign(character: "✗", word: "stayed away", role: .declined)
    case .excluded: Sign(character: "⊘", word: "not invited", role: .excluded)
    case .notReported: notReported
    }
  }

  /// The sign of a country's presence at a meeting, seen from the snapshot's day.
  static func of(_ country: CountryCode, at meeting: Meeting, in snapshot: Snapshot) -> Sign {
    guard snapshot.isReported(meeting) else { return ahead }
    return snapshot.attendance(of: country, at: meeting).map { of($0.status) } ?? notReported
  }
}
