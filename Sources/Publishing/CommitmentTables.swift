import Declaration

// Who committed to what, and on what sources disagree.
extension RecordTables {
  /// Commitments that had been announced, with what became of them.
  var commitments: [RecordTable] {
    let announced = Set(snapshot.commitments.map(\.id))
    let meetings = Set(snapshot.meetings.map(\.id))
    let packages = Set(snapshot.packages.map(\.id))
    let columns: [TableColumns<Commitment>] = [
      .key("id") { $0.id }, .key("country") { $0.country }, .key("pillar") { $0.pillar },
      .text("package") { $0.package.flatMap { packages.contains($0) ? $0 : nil } },
      .wording("text") { $0.text }, .real("amount") { $0.amount?.value },
      .text("unit") { $0.amount?.unit },
      .text("part_of") { $0.partOf.flatMap { announced.contains($0) ? $0 : nil } },
      .period("announced") { $0.announced },
      .text("meeting") { $0.meeting.flatMap { meetings.contains($0) ? $0 : nil } },
      .period("due") { $0.due },
      .text("state") { $0.step(asOf: snapshot.day)?.state.rawValue },
      .wording("note") { $0.note },
    ]
    let table = RecordTable(
      "commitments", of: snapshot.commitments,
      references: [
        .to("countries", by: "country"), .to("pillars", by: "pillar"),
        .to("packages", by: "package"), .to("commitments", by: "part_of"),
        .to("meetings", by: "meeting"),
      ], columns)
    return [table, cited("commitment", in: "commitments", snapshot.commitments) { $0.id }] + steps
  }

  private var steps: [RecordTable] {
    let steps = elements(of: snapshot.commitments) { snapshot.steps(of: $0) }
    return [
      RecordTable(
        "commitment_states", of: steps, key: ["commitment", "position"],
        references: [.to("commitments", by: "commitment")],
        [
          .key("commitment") { $0.owner }, .position { $0.position },
          .key("state") { $0.content.state.rawValue }, .period("since") { $0.content.since },
        ]),
      citedElements(
        "commitment_state_sources", in: "commitment_states", "commitment", steps),
    ]
  }

  /// What sources disagree on: the facts, every side, and why the record shows the one it does.
  var disputes: [RecordTable] {
    let sides = elements(of: snapshot.disputes) { $0.sides(asOf: snapshot.day) }
    let dispute = RecordTable.Reference.to("disputes", by: "dispute")
    return [
      RecordTable(
        "disputes", of: snapshot.disputes,
        [.key("id") { $0.id }, .wording("about") { $0.about }, .wording("why") { $0.why }]),
      RecordTable(
        "dispute_facts", of: elements(of: snapshot.disputes) { $0.facts },
        key: ["dispute", "position"], references: [dispute],
        [
          .key("dispute") { $0.owner }, .position { $0.position },
          .key("fact") { $0.content.description },
        ]),
      RecordTable(
        "dispute_sides", of: sides, key: ["dispute", "position"], references: [dispute],
        [
          .key("dispute") { $0.owner }, .position { $0.position },
          .wording("text") { $0.content.text }, .period("date") { $0.content.date },
          .text("since") { $0.content.since.description },
        ]),
      citedElements("dispute_side_sources", in: "dispute_sides", "dispute", sides),
    ]
  }
}
