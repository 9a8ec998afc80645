import Declaration

/// The countries of a record, ready to be searched: folded once, searched at every key.
public struct CountryIndex: Sendable {
  /// What is searched of each country: codes, names and capital in every language, a line each.
  private let texts: [[UInt8]]

  /// The index of a record's countries.
  public init(_ dossier: Dossier) {
    texts = dossier.countries.map { country in
      var text = "\(country.id)\n\(country.alpha3)"
      for wording in [country.name, country.capital] {
        for language in Language.allCases {
          guard let name = wording.own(language) else { continue }
          text += "\n"
          text += name
        }
      }
      return Folding.folded(text)
    }
  }

  /// The countries that every term of a query leaves, on the day of a snapshot.
  public func matches(_ query: Query, in snapshot: Snapshot) -> QueryMatches {
    query.matches(
      among: texts.indices, wordTest: { word in { texts[$0].contains(word: word) } }
    ) { name, values throws(TermFault) in
      let field = try CountryField.named(name, in: snapshot.language)
      let meanings = try meanings(of: values, for: field, in: snapshot)
      return { place in meanings.contains { CountryIndex.has($0, place, in: snapshot) } }
    }
  }

  private func meanings(
    of values: [String], for field: CountryField, in snapshot: Snapshot
  ) throws(TermFault) -> [CountryMeaning] {
    let known = field.values(in: snapshot)
    let meanings = try field.meanings(
      of: values, among: known, choices: field.choices(among: known), in: snapshot.language)
    if field.isAboutPresence, !values.isEmpty { try checkReports(of: meanings, in: snapshot) }
    return meanings
  }

  /// A meeting that is still ahead has neither present nor absent countries.
  private func checkReports(
    of meanings: [CountryMeaning], in snapshot: Snapshot
  ) throws(TermFault) {
    let meetings = meanings.compactMap(\.meeting).compactMap(snapshot.dossier.meeting)
    guard !meetings.contains(where: { snapshot.hasAttendance(of: $0) }) else { return }
    let name = meetings.map(\.id).joined(separator: ", ")
    throw TermFault(message: "Who attended \(name) is not reported as of \(snapshot.day)")
  }

  private static func has(
    _ meaning: CountryMeaning, _ place: Int, in snapshot: Snapshot
  ) -> Bool {
    let country = snapshot.dossier.countries[place]
    switch meaning {
    case .pillar(let id): return snapshot.isActive(countryAt: place, under: id)
    case .committed(let id): return snapshot.hasCommitment(countryAt: place, under: id)
    case .endorsed(let wanted): return (snapshot.endorsement(of: country.id) != nil) == wanted
    case .attended(let id): return status(of: country, at: id, in: snapshot).isPresent
    case .absent(let id):
      return [.declined, .excluded].contains(status(of: country, at: id, in: snapshot))
    case .excluded(let id): return status(of: country, at: id, in: snapshot) == .excluded
    case .unreported(let id): return status(of: country, at: id, in: snapshot) == .notReported
    case .package(let id):
      return snapshot.memberships(of: country.id).contains { $0.package.id == id }
    case .region(let id): return country.region == id
    }
  }

  /// What sources say of a country at a meeting.
  private static func status(
    of country: Country, at id: MeetingID, in snapshot: Snapshot
  ) -> Attendance.Status {
    let meeting = snapshot.dossier.meeting(id)
    return meeting.flatMap { snapshot.attendance(of: country.id, at: $0) }?.status ?? .notReported
  }

  /// The meetings that a query asks about by who was there and who was not.
  public static func meetings(askedAboutBy query: Query, in snapshot: Snapshot) -> [MeetingID] {
    let asked = query.terms.flatMap { term -> [CountryMeaning] in
      guard case .field(let name, let values) = term.condition,
        let field = try? CountryField.named(name, in: snapshot.language), field.isAboutPresence
      else { return [] }
      return
        (try? field.meanings(
          of: values, among: field.values(in: snapshot), in: snapshot.language)) ?? []
    }
    return asked.compactMap(\.meeting)
  }

  // MARK: The best match

  /// Which of some countries a query means most likely: the one whose code is its first word, or
  /// whose name begins with it, or has it at all; nil when it has no word.
  public func best(of places: [Int], for query: Query) -> Int? {
    guard let word = query.words.first else { return nil }
    return places.min { rank($0, word) < rank($1, word) }
  }

  private func rank(_ place: Int, _ word: [UInt8]) -> Int {
    let newline = UInt8(ascii: "\n")
    let lines = texts[place].split(separator: newline)
    if lines.prefix(2).contains(where: { $0.elementsEqual(word) }) { return 0 }
    if lines.contains(where: { $0.starts(with: word) }) { return 1 }
    return texts[place].contains(word: [UInt8(ascii: " ")] + word) ? 2 : 3
  }
}
