import Registers

enum PillarList: ListSubject {
  static let kind = RegisterKind.pillars
  static let abstract = "List the pillars of the Declaration."
}

enum PackageList: ListSubject {
  static let kind = RegisterKind.packages
  static let abstract = "List the action packages with their members."
}

enum CountryList: ListSubject {
  static let kind = RegisterKind.countries
  static let abstract = "List countries: who endorsed, who came, who committed."
  static let queryHelp = """
    Words and fields as in the dashboard's filter: peru, region:south, status:endorsed, pillar:2, \
    attended:launch, package:7; -- before one with a minus.
    """
}

enum MeetingList: ListSubject {
  static let kind = RegisterKind.meetings
  static let abstract = "List the meetings, or write them as a calendar."
  static let formats = ListFormat.allCases
}

enum CommitmentList: ListSubject {
  static let kind = RegisterKind.commitments
  static let abstract = "List who committed to what, with figures and states."
  static let queryHelp = """
    Words and fields as in the dashboard's filter: visas, country:PE, pillar:2, package:7, \
    state:done, unit:USD, amount:>10M, due:<2024, announced:2022; -- before one with a minus.
    """
}

enum SourceList: ListSubject {
  static let kind = RegisterKind.sources
  static let abstract = "List the sources that the record rests on."
}

enum DisputeList: ListSubject {
  static let kind = RegisterKind.disputes
  static let abstract = "List the facts on which sources differ."
}
