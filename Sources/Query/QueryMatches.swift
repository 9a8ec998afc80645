/// The entries of a list that a query leaves.
public struct QueryMatches: Sendable {
  /// Places in the list, in its order.
  public let places: [Int]
  /// Terms that can't be carried out; they narrow nothing.
  public let faults: [QueryFault]
}

extension Query {
  /// The entries that every term leaves.
  ///
  /// - Parameters:
  ///   - wordTest: whether the entry at a place has a folded word, never an empty one; asked for
  ///     once a word.
  ///   - fieldTest: what a field with at least one value asks of the entry at a place.
  func matches(
    among places: some Sequence<Int>, wordTest: ([UInt8]) -> (Int) -> Bool,
    fieldTest: (_ name: String, _ values: [String]) throws(TermFault) -> (Int) -> Bool
  ) -> QueryMatches {
    var places = Array(places)
    var faults: [QueryFault] = []
    for term in terms {
      do throws(TermFault) {
        guard let has = try term.test(wordTest: wordTest, fieldTest: fieldTest) else { continue }
        places = places.filter { has($0) != term.isNegated }
      } catch {
        faults.append(QueryFault(message: error.message, range: term.range))
      }
    }
    return QueryMatches(places: places, faults: faults)
  }
}

extension Term {
  /// Whether an entry has what the term asks for, the negation aside; nil while it is not finished
  /// and asks for nothing.
  fileprivate func test(
    wordTest: ([UInt8]) -> (Int) -> Bool,
    fieldTest: (_ name: String, _ values: [String]) throws(TermFault) -> (Int) -> Bool
  ) throws(TermFault) -> ((Int) -> Bool)? {
    switch condition {
    case .word(let word):
      guard !word.isEmpty else { return nil }
      let tests = spellings[0].map(wordTest)
      return tests.count == 1 ? tests[0] : { place in tests.contains { $0(place) } }
    case .field(let name, let values):
      let test = try fieldTest(name, values)
      return values.isEmpty ? nil : test
    }
  }
}
