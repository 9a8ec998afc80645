import Dashboard
import Declaration

extension EntryColumn where Entry == Commitment {
  static var all: [EntryColumn] {
    [
      .id, .period("announced") { commitment, _ in commitment.announced },
      .word("country", usual: true) { commitment, _ in commitment.country },
      .word("pillar", usual: true) { commitment, _ in commitment.pillar },
      .word("package", absent: .none) { $1.package(of: $0)?.id },
      .number("amount", usual: true, absent: .none) { commitment, _ in commitment.amount?.value },
      .word("unit", usual: true, absent: .none) { commitment, _ in commitment.amount?.unit },
      .word("state", usual: true) { commitment, snapshot in
        commitment.step(asOf: snapshot.day)?.state.rawValue
      },
      .period("due") { commitment, _ in commitment.due },
      .name("text", of: .commitments, note: { $1.partLead(of: $0) }) { commitment, _ in
        commitment.text
      },
      .word("meeting", absent: .none) { commitment, _ in commitment.meeting },
      .word("partOf", absent: .none) { commitment, _ in commitment.partOf },
      .text("note", absent: .none) { commitment, _ in commitment.note },
    ] + marks(of: .commitments) + [.sources]
  }
}
