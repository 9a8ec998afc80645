import Declaration

// What the screen marks beside an entry, for lists that are printed.
extension Snapshot {
  /// Whether sources differ on an entry or on something in it; of a country, on its endorsement, its
  /// presence at a meeting or a commitment of its own.
  public func isDisputed(entry: FactPath) -> Bool {
    let isCountry = entry.tokens.first == RecordCollection.countries.rawValue
    return disputes.contains { dispute in
      dispute.facts.contains { fact in
        entry.leads(to: fact) || isCountry && country(of: fact) == entry.tokens.last
      }
    }
  }

  /// The signs that stand before an entry's name or text, each with a space behind it: that sources
  /// differ, and what the user did.
  public func signs(ofEntry entry: FactPath) -> String {
    let facts = Subject(path: entry).map { dossier.entries(of: $0) } ?? [entry]
    return [isDisputed(entry: entry) ? .disputed : nil, changeSign(at: facts)]
      .compactMap { $0.map { "\($0.character) " } }.joined()
  }

  private func country(of fact: FactPath) -> CountryCode? {
    let tokens = fact.tokens
    return switch tokens.first {
    case "endorsements" where tokens.count > 1: tokens[1]
    case "meetings" where tokens.count > 3 && tokens[2] == "attendance": tokens[3]
    case "commitments" where tokens.count > 1: commitment(tokens[1])?.country
    default: nil
    }
  }
}
