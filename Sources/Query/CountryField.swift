import Declaration

/// A property of countries that a query can ask for.
enum CountryField: String, CaseIterable {
  case pillar, status, attended, package, region

  /// The fields that a name begins.
  static func candidates(for name: String) -> [CountryField] {
    allCases.filter { $0.rawValue.hasPrefix(name) }
  }

  /// The values that it can have on a day.
  func values(in snapshot: Snapshot) -> [FieldValue] {
    let dossier = snapshot.dossier
    return switch self {
    case .pillar:
      dossier.pillars.map { FieldValue(String($0.number), in: $0.title, meaning: .pillar($0.id)) }
    case .status:
      [
        FieldValue("endorsed", meaning: .endorsed(true)),
        FieldValue("not-endorsed", meaning: .endorsed(false)),
      ]
    case .attended:
      snapshot.meetings.map { meeting in
        FieldValue(
          meeting.id, in: [meeting.title, meeting.venue.place], meaning: .attended(meeting.id))
      }
    case .package:
      snapshot.packages.map { package in
        FieldValue(String(package.number), in: [package.title], meaning: .package(package.id))
      }
    case .region:
      dossier.regions.map { FieldValue($0.id, in: $0.name, meaning: .region($0.id)) }
    }
  }
}

/// A value that a field can have: how it is typed, what else it is called, what it means.
struct FieldValue {
  /// What a country has to be or to have done.
  enum Meaning: Hashable {
    case pillar(PillarID)
    case endorsed(Bool)
    case attended(MeetingID)
    case package(PackageID)
    case region(RegionID)
  }

  /// The shortest way to type it.
  let key: String
  let meaning: Meaning
  private let names: [[UInt8]]

  init(_ key: String, in wordings: [Wording?] = [], meaning: Meaning) {
    (self.key, self.meaning) = (key, meaning)
    names = ([key] + wordings.compactMap { $0 }.flatMap(\.all)).map { FieldValue.words($0) }
  }

  init(_ key: String, in wording: Wording, meaning: Meaning) {
    self.init(key, in: [wording], meaning: meaning)
  }

  /// Whether a typed value means it: a number in full, anything else from the start of a word.
  func isMeant(by typed: String) -> Bool {
    if let number = Int(typed) {
      return Int(key).map { $0 == number } ?? hasWord(startingWith: FieldValue.words(typed))
    }
    return hasWord(startingWith: FieldValue.words(typed))
  }

  private func hasWord(startingWith typed: [UInt8]) -> Bool {
    let start = [UInt8(ascii: " ")] + typed
    return names.contains { ([UInt8(ascii: " ")] + $0).contains(word: start) }
  }

  /// Folded, with every sign between words as one space.
  private static func words(_ text: String) -> [UInt8] {
    let folded = Folding.folded(text)
    let parts = folded.split { byte in
      !(byte >= 0x80 || (48...57).contains(byte) || (97...122).contains(byte))
    }
    return Array(parts.joined(separator: [UInt8(ascii: " ")]))
  }
}
