import Declaration

@testable import Query

/// What has to hold for any text as a query, for the fuzzer and for the inputs that it found.
enum QueryProperty {
  /// Why it does not hold.
  struct Violation: Error, CustomStringConvertible {
    let description: String
  }

  private static func require(_ condition: Bool, _ words: @autoclosure () -> String) throws {
    if !condition { throw Violation(description: words()) }
  }

  /// - Parameter snapshot: what is searched.
  /// - Throws: ``Violation``.
  static func check(_ bytes: [UInt8], in snapshot: Snapshot) throws {
    let text = String(decoding: bytes, as: UTF8.self)
    let query = Query(text)
    try requireOrder(query.terms.map(\.range), in: text)
    try requireOrder(query.highlights(in: text), in: text)
    for other in [text, "Perú, São Tomé", ""] { _ = query.admits(text: other) }
    let index = CountryIndex(snapshot.dossier)
    let found = index.matches(query, in: snapshot)
    try require(found.places == found.places.sorted(), "the order of the countries is another")
    try require(snapshot.dossier.countries.indices.isSuperset(of: found.places), "no such country")
    try requireOrder(found.faults.map(\.range), in: text)
    if let best = index.best(of: found.places, for: query) {
      try require(found.places.contains(best), "the best match is none")
    }
    try checkNegation(of: query, index, in: snapshot)
    _ = CommitmentIndex(snapshot.dossier).matches(query, in: snapshot)
    _ = snapshot.commitmentCompletion(of: text)
    for completion in query.completion(in: snapshot) {
      try require(!completion.isEmpty, "a completion is empty")
      _ = index.matches(Query(completion), in: snapshot)
    }
  }

  /// A single term and its contrary share the countries between them.
  private static func checkNegation(
    of query: Query, _ index: CountryIndex, in snapshot: Snapshot
  ) throws {
    guard query.terms.count == 1, !query.terms[0].isNegated else { return }
    let contrary = Query("-" + query.text[query.terms[0].range])
    guard contrary.terms.count == 1, contrary.terms[0].condition == query.terms[0].condition
    else { return }
    let (found, rest) = (
      index.matches(query, in: snapshot), index.matches(contrary, in: snapshot)
    )
    let all = Array(snapshot.dossier.countries.indices)
    let isNothing = found.places == all && rest.places == all
    try require(
      isNothing || (found.places + rest.places).sorted() == all, "a term and its contrary meet")
  }

  private static func requireOrder(_ ranges: [Range<String.Index>], in text: String) throws {
    var end = text.startIndex
    for range in ranges {
      try require(range.lowerBound >= end && range.upperBound <= text.endIndex, "ranges overlap")
      end = range.upperBound
    }
  }
}

extension Range<Int> {
  fileprivate func isSuperset(of places: [Int]) -> Bool { places.allSatisfy(contains) }
}
