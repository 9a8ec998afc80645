/// Amounts of commitments added up, each unit for itself.
public struct Totals: Hashable, Sendable {
  /// The sums by unit, the unit that is used most first.
  public let sums: [Commitment.Amount]

  /// The totals of commitments. An amount that is part of another among them is not added again.
  public init(_ commitments: some Collection<Commitment>) {
    // Only where something is a part of another does it matter which are among them.
    let hasParts = commitments.contains { $0.partOf != nil }
    let ids = hasParts ? Set(commitments.map(\.id)) : []
    var sums: [String: (value: Double, count: Int)] = [:]
    for commitment in commitments {
      guard let amount = commitment.amount else { continue }
      if let whole = commitment.partOf, ids.contains(whole) { continue }
      sums[amount.unit, default: (0, 0)].value += amount.value
      sums[amount.unit, default: (0, 0)].count += 1
    }
    self.sums =
      sums.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { Commitment.Amount(value: $0.value.value, unit: $0.key) }
  }
}
