import Declaration

extension EntryColumn where Entry == Pillar {
  static var all: [EntryColumn] {
    [
      .id, .count("number") { pillar, _ in pillar.number },
      .name("title", of: .pillars) { pillar, _ in pillar.title },
      .text("fullTitle") { pillar, _ in pillar.fullTitle },
      .texts("aims") { pillar, _ in pillar.aims.map(\.text) },
      .count("packages", usual: true) { pillar, snapshot in
        snapshot.packages.count { $0.pillar == pillar.id }
      },
      .count("commitments", usual: true) { pillar, snapshot in
        snapshot.dossier.pillars.firstIndex { $0.id == pillar.id }
          .map { snapshot.counts.underPillar(at: $0) }
      },
      .text("note", absent: .none) { pillar, _ in pillar.note },
    ] + marks(of: .pillars) + [.sources]
  }
}

extension EntryColumn where Entry == ActionPackage {
  static var all: [EntryColumn] {
    [
      .id, .count("number") { package, _ in package.number },
      .word("pillar", usual: true) { package, _ in package.pillar },
      .name("title", of: .packages) { package, _ in package.title },
      .period("identified", usual: true) { package, _ in package.identified },
      members("leads", .lead), members("participates", .participant),
      .flag("membersAreComplete") { $1.knowsAllMembers(of: $0) },
      .count("commitments", usual: true) { package, snapshot in
        snapshot.dossier.packages.firstIndex { $0.id == package.id }
          .map { snapshot.counts.inPackage(at: $0) }
      },
      .text("note", absent: .none) { $1.note(on: $0) },
    ] + marks(of: .packages) + [.sources]
  }

  private static func members(_ name: String, _ role: ActionPackage.Role) -> EntryColumn {
    .words(name, usual: true) { package, snapshot in
      snapshot.members(of: package).filter { $0.value.role == role }.keys.sorted()
    }
  }
}
