/// Amounts of commitments added up, each unit for itself.
public struct Totals: Hashable, Sendable {
  /// The sums by unit, the unit that is used most first.
  public let sums: [Commitment.Amount]

  /// The totals of commitments. An amount that is part of another among them is not added again.
  public init(_ commitments: some Sequence<Commitment>) {
    let commitments = Array(commitments)
    let ids = Set(commitments.map(\.id))
    var sums: [String: (value: Double, count: Int)] = [:]
    for commitment in commitments {
      guard let amount = commitment.amount else { continue }
      if let whole = commitment.partOf, ids.contains(whole) { continue }
      let sum = sums[amount.unit] ?? (0, 0)
      sums[amount.unit] = (sum.value + amount.value, sum.count + 1)
    }
    self.sums =
      sums.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      .map { Commitment.Amount(value: $0.value.value, unit: $0.key) }
  }
}
