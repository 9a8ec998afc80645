/// A store with many commitments, made up, the same for the same seed.
public struct GeneratedStore {
  /// The store's JSON, an entry a line.
  public private(set) var json: [UInt8] = []
  /// What the commitments say, a line each.
  public private(set) var texts: [UInt8] = []

  private static let countries = [
    "AR", "BO", "BR", "CA", "CL", "CO", "CR", "DO", "EC", "GT", "HN", "HT", "JM", "MX", "PA", "PE",
    "PY", "SV", "US", "UY",
  ]
  private static let verbs = [
    "to widen", "to fund", "to open", "to train", "to register", "to welcome", "to host",
    "to review", "to publish", "to extend", "to coordinate", "to protect",
  ]
  private static let things = [
    "labour pathways", "host communities", "asylum offices", "family reunification", "border posts",
    "trade schools", "resettlement places", "temporary permits", "shelters along the route",
    "shared warnings of new movements", "health services", "birth registries", "visa interviews",
    "returns in safety and dignity", "work against smuggling", "regional data",
  ]

  /// - Parameter count: how many commitments; all of them announced before the Lima meeting.
  public init(commitments count: Int, seed: UInt64 = 1) {
    var generator = SeededGenerator(seed: seed)
    json.reserveCapacity(count * 280)
    texts.reserveCapacity(count * 120)
    json += "{\n  \"commitments\": {".utf8
    for number in 0..<count {
      let text = GeneratedStore.text(number, &generator)
      texts += text.utf8
      texts.append(UInt8(ascii: "\n"))
      json += (number == 0 ? "\n" : ",\n").utf8
      json += GeneratedStore.entry(number, text, &generator).utf8
    }
    json += "\n  },\n  \"schema\": 2\n}\n".utf8
  }

  private static func text(_ number: Int, _ generator: inout SeededGenerator) -> String {
    let words = (0..<2).map { _ in
      let verb = verbs[Int.random(in: 0..<verbs.count, using: &generator)]
      return "\(verb) \(things[Int.random(in: 0..<things.count, using: &generator)])"
    }
    return "Commitment number \(number) \(words.joined(separator: " and "))"
  }

  private static func entry(
    _ number: Int, _ text: String, _ generator: inout SeededGenerator
  ) -> String {
    let country = countries[Int.random(in: 0..<countries.count, using: &generator)]
    let pillar = Int.random(in: 1...4, using: &generator)
    let day = Int.random(in: 10...28, using: &generator)
    let figure = Int.random(in: 0..<4, using: &generator)
    let amount =
      figure == 0 ? #", "amount": \#(number % 900 + 1)000, "unit": "USD""# : ""
    return #"    "own-\#(number)": { "country": "\#(country)", "pillar": "\#(pillar)", "#
      + #""text": { "en": "\#(text)" }, "announced": "2022-06-\#(day)"\#(amount), "#
      + #""states": [], "sources": ["lo-2022"] }"#
  }
}
