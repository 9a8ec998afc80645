import Declaration

// Countries compared, a topic a line.
extension PlainDialogue {
  /// How many countries are compared at most, as on the screen.
  private static let limit = 3
  /// What may stand between names.
  private static let joints: Set<String> = ["and", "y", "e", "et"]

  /// Compares the countries that are named, apart by commas, `and` or spaces; one is compared with
  /// what is selected.
  mutating func compare(_ rest: String) -> [String] {
    var codes = countries(in: rest)
    if codes.count == 1, case .country(let selected) = state.subject, selected != codes[0] {
      codes.insert(selected, at: 0)
    }
    guard (2...PlainDialogue.limit).contains(codes.count) else {
      return [language("Name two or three countries: compare peru, chile.")]
    }
    return PlainComparison(state.snapshot, codes.compactMap(state.dossier.country)).lines
  }

  private func countries(in text: String) -> [CountryCode] {
    func codes(_ parts: [String]) -> [CountryCode] {
      let found = parts.compactMap { part -> CountryCode? in
        guard case .country(let code) = state.subjects(named: part).first else { return nil }
        return code
      }
      return found.reduce(into: [CountryCode]()) { if !$0.contains($1) { $0.append($1) } }
    }
    let words = text.split { $0 == " " || $0 == "," }.map(String.init)
    let pieces = text.split(separator: ",").flatMap { piece -> [String] in
      let names = piece.split(separator: " ").split {
        PlainDialogue.joints.contains($0.lowercased())
      }
      return names.map { $0.joined(separator: " ") }
    }
    let byPiece = codes(pieces)
    return byPiece.count == pieces.count
      ? byPiece : codes(words.filter { !PlainDialogue.joints.contains($0) })
  }
}

/// What the comparison on the screen shows, as sentences.
private struct PlainComparison {
  let snapshot: Snapshot
  private var language: Language { snapshot.language }
  let countries: [Country]

  init(_ snapshot: Snapshot, _ countries: [Country]) {
    (self.snapshot, self.countries) = (snapshot, countries)
  }

  var lines: [String] {
    let names = PlainText.list(countries.map { $0.name[language] }, in: language)
    var lines = [
      language(
        "\(list: names) compared, as of \(day: DateText.short(snapshot.day, in: language)).")
    ]
    lines.append(
      line(language("Endorsement")) { country in
        let endorsed = snapshot.endorsement(of: country.id).map {
          language("endorsed \(day: DateText.short($0.date, in: language))")
        }
        return marked(
          endorsed ?? Sign.notEndorsed.word(in: language),
          at: FactPath("endorsements", country.id))
      })
    for meeting in snapshot.heldMeetings {
      lines.append(
        line(snapshot.shortName(of: meeting)) {
          marked(
            Sign.of($0.id, at: meeting, in: snapshot).word(in: language),
            at: FactPath("meetings", meeting.id, "attendance", $0.id))
        })
    }
    lines.append(
      line(language("Packages")) { country in
        let parts = snapshot.memberships(of: country.id).map { package, membership in
          let verb = membership.role == .lead ? language("leads") : language("takes part in")
          return marked(
            "\(verb) \(package.number)",
            at: FactPath("packages", package.id, "members", country.id))
        }
        return parts.isEmpty ? language("none reported") : parts.joined(separator: ", ")
      })
    for pillar in snapshot.dossier.pillars {
      let topic = language(
        "Pillar \(number: pillar.number), \(title: pillar.title[language])")
      lines.append(line(topic, commitments(under: pillar)))
    }
    return lines
  }

  private func line(_ topic: String, _ words: (Country) -> String) -> String {
    "\(topic). "
      + countries.map { "\($0.name[language])\(language.colon) \(words($0))" }.joined(
        separator: "\(language.semicolon) ") + "."
  }

  /// What is said of a fact, with what the screen has signs for.
  private func marked(_ words: String, at fact: FactPath) -> String {
    let disputed = snapshot.isDisputed(fact) ? Sign.disputed.word(in: language) : nil
    return ([words] + [disputed, snapshot.ownWord(at: fact)].compactMap { $0 })
      .joined(separator: ", ")
  }

  private func commitments(under pillar: Pillar) -> (Country) -> String {
    { country in
      let own = snapshot.commitments.filter { $0.country == country.id && $0.pillar == pillar.id }
      guard !own.isEmpty else { return language("none reported") }
      return own.map { commitment in
        let amount = commitment.amount.map { [Figures.amount($0, in: language)] } ?? []
        let told = [language.partLead(of: commitment) + commitment.text[language]] + amount
        return marked(
          (told + snapshot.progress(of: commitment)).joined(separator: ", "),
          at: FactPath("commitments", commitment.id))
      }.joined(separator: language(", and "))
    }
  }
}
