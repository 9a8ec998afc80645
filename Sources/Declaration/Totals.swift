/// Sums of the figures of commitments; unlike units are never added.
public struct Totals: Hashable, Sendable {
  /// The sums by unit, the unit that is used most first.
  public let sums: [Commitment.Amount]

  /// The totals of no commitments.
  public static let none = Totals(sums: [])
}

extension Dossier {
  /// The totals of the commitments at some places, all of them and by pillar, in the order of the
  /// pillars.
  ///
  /// A figure that is part of another among them is not added again.
  ///
  /// - Parameter places: places in ``commitments``, each once.
  public func totals(ofCommitmentsAt places: [Int]) -> (all: Totals, byPillar: [Totals]) {
    // One row a pillar, one for unknown ones, and the last for all.
    var sums = [Sum](repeating: Sum(), count: units.count * (pillars.count + 2))
    var isAmong = [Bool](repeating: false, count: commitmentPlaces.count)
    for place in places { isAmong[place] = true }
    let all = (pillars.count + 1) * units.count
    for place in places {
      let commitment = commitmentPlaces[place]
      guard let figure = commitment.figure else { continue }
      // A whole without a figure in the unit leaves those of its parts to count.
      let whole = commitment.whole.flatMap { isAmong[$0] ? commitmentPlaces[$0] : nil }
        .flatMap { $0.figure?.unit == figure.unit ? $0 : nil }
      if whole == nil { sums[all + figure.unit].add(figure.value) }
      if whole?.pillar != commitment.pillar {
        sums[commitment.pillar * units.count + figure.unit].add(figure.value)
      }
    }
    func totals(from start: Int) -> Totals {
      let used = units.indices.filter { sums[start + $0].count > 0 }
      let order = used.sorted { left, right in
        (sums[start + right].count, units[left]) < (sums[start + left].count, units[right])
      }
      return Totals(
        sums: order.map { Commitment.Amount(value: sums[start + $0].value, unit: units[$0]) })
    }
    return (
      totals(from: all), pillars.indices.map { totals(from: $0 * units.count) }
    )
  }
}

/// What figures of one unit come to.
private struct Sum {
  var value = 0.0
  var count = 0

  mutating func add(_ figure: Double) {
    value += figure
    count += 1
  }
}
