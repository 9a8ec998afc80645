import Declaration
import Query

/// Which of the record's collections a register lists.
public enum RegisterKind: String, CaseIterable, Sendable {
  case pillars, packages, countries, meetings, commitments, sources, disputes, context

  /// The register in which an entry of the record stands; nil for what no register lists.
  public init?(of entry: FactPath) {
    switch entry.tokens.first {
    case RecordCollection.endorsements.rawValue: self = .countries
    case let name: self.init(rawValue: name ?? "")
    }
  }

  /// The names of its columns, left to right.
  public var columnNames: [String] {
    switch self {
    case .pillars: EntryColumn<Pillar>.all.map(\.name)
    case .packages: EntryColumn<ActionPackage>.all.map(\.name)
    case .countries: EntryColumn<Country>.all.map(\.name)
    case .meetings: EntryColumn<Meeting>.all.map(\.name)
    case .commitments: EntryColumn<Commitment>.all.map(\.name)
    case .sources: EntryColumn<Source>.all.map(\.name)
    case .disputes: EntryColumn<Dispute>.all.map(\.name)
    case .context: EntryColumn<ContextEntry>.all.map(\.name)
    }
  }
}

extension Snapshot {
  /// The entries of a collection that were known on the day and that a query leaves.
  public func register(of kind: RegisterKind, matching query: Query = Query("")) -> Register {
    switch kind {
    case .pillars: Register(dossier.pillars, EntryColumn.all, in: self, matching: query)
    case .packages: Register(packages, EntryColumn.all, in: self, matching: query)
    case .countries:
      Register(dossier.countries, EntryColumn.all, in: self, matching: query) {
        CountryIndex(dossier).matches($0, in: self)
      }
    case .meetings: Register(meetings, EntryColumn.all, in: self, matching: query)
    case .commitments:
      Register(commitments, EntryColumn.all, in: self, matching: query) {
        CommitmentIndex(dossier).matches($0, in: self)
      }
    case .sources: Register(publishedSources, EntryColumn.all, in: self, matching: query)
    case .disputes: Register(disputes, EntryColumn.all, in: self, matching: query)
    case .context: Register(context, EntryColumn.all, in: self, matching: query)
    }
  }
}
