/// Amounts of commitments added up, each unit for itself.
public struct Totals: Hashable, Sendable {
  /// The sums by unit, the unit that is used most first.
  public let sums: [Commitment.Amount]

  /// The totals of commitments. An amount that is part of another among them is not added again.
  public init(_ commitments: some Collection<Commitment>) {
    let commitments = ArraySlice(commitments)
    self.init(of: commitments.indices, in: commitments)
  }

  /// The totals of the commitments at some places of a list, each place once.
  ///
  /// Only the fields that count are looked at: a list may be long, and a commitment is big.
  public init(of places: some Collection<Int>, in commitments: ArraySlice<Commitment>) {
    sums = commitments.withUnsafeBufferPointer {
      Totals.sums(of: places, in: $0, from: commitments.startIndex)
    }
  }

  private static func sums(
    of places: some Collection<Int>, in commitments: UnsafeBufferPointer<Commitment>,
    from start: Int
  ) -> [Commitment.Amount] {
    // Only where something is a part of another does it matter which are among them.
    let hasParts = places.contains { commitments[$0 - start].partOf != nil }
    let ids = hasParts ? Set(places.map { commitments[$0 - start].id }) : []
    var sums: [(unit: String, value: Double, count: Int)] = []
    for place in places {
      guard let amount = commitments[place - start].amount else { continue }
      if hasParts, let whole = commitments[place - start].partOf, ids.contains(whole) { continue }
      // There are few units: looking through them costs less than hashing each.
      let known = sums.firstIndex { $0.unit == amount.unit }
      if known == nil { sums.append((amount.unit, 0, 0)) }
      sums[known ?? sums.count - 1].value += amount.value
      sums[known ?? sums.count - 1].count += 1
    }
    return sums.sorted { ($1.count, $0.unit) < ($0.count, $1.unit) }
      .map { Commitment.Amount(value: $0.value, unit: $0.unit) }
  }
}
