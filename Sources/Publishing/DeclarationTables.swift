import Dashboard
import Declaration

// The Declaration itself, and who acts in its packages.
extension RecordTables {
  /// Pillars with their aims, and the action packages under them.
  var declaration: [RecordTable] {
    let pillars = snapshot.dossier.pillars
    return [
      RecordTable(
        "pillars", of: pillars,
        [
          .key("id") { $0.id }, .integer("number") { $0.number }, .wording("title") { $0.title },
          .wording("full_title") { $0.fullTitle }, .wording("note") { $0.note },
        ]),
      cited("pillar", in: "pillars", pillars) { $0.id },
      texts("pillar_aims", "pillar", in: "pillars", pillars) { $0.aims.map(\.text) },
      citedElements(
        "pillar_aim_sources", in: "pillar_aims", "pillar", elements(of: pillars) { $0.aims }),
      RecordTable(
        "packages", of: snapshot.packages, references: [.to("pillars", by: "pillar")],
        [
          .key("id") { $0.id }, .integer("number") { $0.number }, .key("pillar") { $0.pillar },
          .wording("title") { $0.title }, .period("identified") { $0.identified },
          .flag("members_are_complete") { snapshot.knowsAllMembers(of: $0) },
          .wording("note") { snapshot.note(on: $0) },
        ]),
      cited("package", in: "packages", snapshot.packages) { $0.id },
    ]
  }

  /// Who leads and who takes part in a package.
  var memberships: [RecordTable] {
    typealias Member = (package: String, country: String, membership: ActionPackage.Membership)
    let members = snapshot.packages.flatMap { package in
      snapshot.members(of: package).sorted { $0.key < $1.key }.map { country, membership in
        (package: package.id, country: country, membership: membership) as Member
      }
    }
    let table = RecordTable(
      "package_members", of: members, key: ["package", "country"],
      references: [.to("packages", by: "package"), .to("countries", by: "country")],
      [
        .key("package") { $0.package }, .key("country") { $0.country },
        .key("role") { $0.membership.role.rawValue }, .period("since") { $0.membership.since },
      ])
    let sources = members.map { member in
      (
        key: [Database.Value.text(member.package), .text(member.country)],
        sources: snapshot.published(member.membership.sources)
      )
    }
    return [table, cited("package_member_sources", in: "package_members", table.key, sources)]
  }

  /// The sources of the elements of lists.
  func citedElements<Content: Sourced>(
    _ name: String, in table: String, _ owner: String, _ elements: [Element<Content>]
  ) -> RecordTable {
    cited(
      name, in: table, [owner, "position"],
      elements.map {
        ([.text($0.owner), .integer($0.position)], snapshot.published($0.content.sources))
      })
  }
}
