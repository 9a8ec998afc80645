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
          meeting.id,
          in: [meeting.title, meeting.venue.place, Wording(CountryField.date(of: meeting))],
          meaning: .attended(meeting.id))
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

extension CountryField {
  /// What can be typed, for when something else was.
  func choices(among values: [FieldValue]) -> String {
    guard self == .package, let first = values.first, let last = values.last else {
      return values.map(\.key).joined(separator: " ")
    }
    return "\(first.key) to \(last.key) and the words of their titles"
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A meeting's date as the columns' heads and the record have it: `Sep 2022 2022-09-26`.
  fileprivate static func date(of meeting: Meeting) -> String {
    let (year, month, _) = meeting.date.first.date
    return "\(months[month - 1]) \(year) \(meeting.date.first)"
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

  /// The values that a typed one means: those that are called just so; else those whose names begin
  /// with it; else those with a word that does. A number means the key that it is.
  static func meant(by typed: String, among values: [FieldValue]) -> [FieldValue] {
    if let number = Int(typed) {
      let numbered = values.filter { Int($0.key) == number }
      if !numbered.isEmpty { return numbered }
    }
    let typed = words(typed)
    guard !typed.isEmpty else { return [] }
    let space = [UInt8(ascii: " ")]
    let tests: [([UInt8]) -> Bool] = [
      { $0 == typed }, { $0.starts(with: typed) }, { $0.contains(word: space + typed) },
    ]
    for test in tests {
      let meant = values.filter { $0.names.contains(where: test) }
      if !meant.isEmpty { return meant }
    }
    return []
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
