import Declaration

/// One of the versions of a fact that was changed apart, as the store writes it: a value, who gave
/// it, when, and on which sources.
struct ConflictSide: Hashable, Comparable {
  /// Nil where the side took the fact away.
  let value: RecordValue?
  let by: String?
  let made: String?
  let sources: RecordValue?

  /// A version of a fact, and the mark that says who made it.
  init(_ value: RecordValue?, _ mark: RecordValue?) {
    self.value = value == .null ? nil : value
    (by, made, sources) = (mark?["by"]?.text, mark?["made"]?.text, mark?["sources"])
  }

  /// A side as it stands in the store.
  init(stored side: RecordValue) { self.init(side["value"], side) }

  var isGone: Bool { value == nil }

  /// The side as it stands in the store.
  var stored: RecordValue {
    var fields: [String: RecordValue] = [:]
    fields["by"] = by.map(RecordValue.text)
    fields["made"] = made.map(RecordValue.text)
    (fields["sources"], fields["value"]) = (sources, value)
    return .entry(fields)
  }

  /// The mark that says who gave it.
  var mark: RecordValue {
    var fields = stored.fields ?? [:]
    fields["value"] = nil
    return .entry(fields)
  }

  /// The version that shows comes first: one that took the fact away gives way, then the later one
  /// shows. What is written decides, and not whose it is, so that everybody sees the same.
  static func < (left: ConflictSide, right: ConflictSide) -> Bool {
    if left.isGone != right.isGone { return right.isGone }
    return left.rank > right.rank
  }

  private var rank: (String, String, String) {
    (made ?? "", by ?? "", String(decoding: stored.jsonLine, as: UTF8.self))
  }

  /// The later of two marks, or the one that is there.
  static func later(_ one: RecordValue?, _ other: RecordValue?) -> RecordValue? {
    guard let one, one != .null else { return other }
    guard let other, other != .null else { return one }
    func rank(_ mark: RecordValue) -> (String, String, String) {
      (
        mark["made"]?.text ?? mark["written"]?.text ?? "", mark["by"]?.text ?? "",
        String(decoding: mark.jsonLine, as: UTF8.self)
      )
    }
    return rank(one) < rank(other) ? other : one
  }
}

extension [ConflictSide] {
  /// Each value once, with the latest mark, in the order in which they show.
  var distinct: [ConflictSide] {
    var found: [RecordValue?: ConflictSide] = [:]
    for side in self { found[side.value] = Swift.min(found[side.value] ?? side, side) }
    return found.values.sorted()
  }
}
