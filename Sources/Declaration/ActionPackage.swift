/// The key of an action package in the record, such as `05`.
public typealias PackageID = String

/// A piece of work under a pillar that a committee of countries carries out.
public struct ActionPackage: Hashable, Sendable, Identifiable, Sourced {
  /// What a country does in a package.
  public enum Role: String, CaseIterable, Sendable {
    case lead, participant
  }

  /// A country's part in a package.
  public struct Membership: Hashable, Sendable, Sourced {
    /// What the country does.
    public let role: Role
    /// Since when.
    public let since: Period
    /// The sources, the best first.
    public let sources: [SourceID]

    /// A country's part in a package.
    public init(role: Role, since: Period, sources: [SourceID]) {
      (self.role, self.since, self.sources) = (role, since, sources)
    }
  }

  /// The package's key.
  public let id: PackageID
  /// Its number, from 1.
  public let number: Int
  /// The pillar that it serves.
  public let pillar: PillarID
  /// What it is called; nil when no source gives the title.
  public let title: Wording?
  /// When it was made known.
  public let identified: Period
  /// Who leads and who takes part.
  public let members: [CountryCode: Membership]
  /// Whether the sources give the whole list of members.
  public let membersAreComplete: Bool
  /// What a reader should know.
  public let note: Wording?
  /// The sources, the best first.
  public let sources: [SourceID]

  /// An action package of the record.
  public init(
    id: PackageID, number: Int, pillar: PillarID, title: Wording?, identified: Period,
    members: [CountryCode: Membership], membersAreComplete: Bool, note: Wording?,
    sources: [SourceID]
  ) {
    (self.id, self.number, self.pillar, self.title) = (id, number, pillar, title)
    (self.identified, self.members) = (identified, members)
    (self.membersAreComplete, self.note, self.sources) = (membersAreComplete, note, sources)
  }
}
