import Dashboard
import Declaration

extension EntryColumn where Entry == Country {
  static var all: [EntryColumn] {
    [
      .id, .word("alpha3") { country, _ in country.alpha3 },
      .word("numeric") { country, _ in country.numeric },
      .name("name", of: .countries) { country, _ in country.name },
      .text("capital") { country, _ in country.capital },
      .text("region", usual: true) { country, snapshot in
        snapshot.dossier.region(country.region)?.name ?? Wording(country.region)
      },
      .word("status", usual: true) { country, snapshot in
        let hasEndorsed = snapshot.endorsement(of: country.id) != nil
        return (hasEndorsed ? Sign.endorsed : .notEndorsed).word
      },
      .period("endorsed", absent: .none) { country, snapshot in
        snapshot.endorsement(of: country.id)?.date
      },
    ] + Attendance.Status.reported.map(presence)
      + [
        parts("leads", .lead), parts("participates", .participant),
        .count("commitments", usual: true) { country, snapshot in
          snapshot.dossier.index(of: country.id).map { snapshot.counts.ofCountry(at: $0) }
        },
        .text("note", absent: .none) { country, snapshot in
          snapshot.endorsement(of: country.id)?.note
        },
      ]
      + marks(of: .countries)
      + [
        .words("sources") { country, snapshot in
          snapshot.endorsement(of: country.id).map { snapshot.published($0.sources) } ?? []
        }
      ]
  }

  /// The meetings at which sources say that of the country.
  private static func presence(_ status: Attendance.Status) -> EntryColumn {
    // Who sent a delegate was there too.
    .words(status.rawValue, usual: status.isPresent) { country, snapshot in
      snapshot.meetings.filter {
        snapshot.attendance(of: country.id, at: $0)?.status == status
      }.map(\.id)
    }
  }

  /// The packages in which it has a part.
  private static func parts(_ name: String, _ role: ActionPackage.Role) -> EntryColumn {
    .words(name) { country, snapshot in
      snapshot.memberships(of: country.id).filter { $0.membership.role == role }
        .map(\.package.id)
    }
  }
}

extension Attendance.Status {
  /// What sources say where they say something.
  static var reported: [Attendance.Status] { allCases.filter { $0 != .notReported } }
}
