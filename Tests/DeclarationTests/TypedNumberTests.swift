import Testing

@testable import Declaration

/// Numbers as people type them in four languages.
@Suite struct TypedNumberTests {
  private func amount(_ text: String, in language: Language) -> String? {
    TypedNumber(text, in: language) { $0 >= 0 && $0.isFinite }.literal
  }

  @Test(arguments: [
    ("1500", "1500"), ("1.5", "1.5"), ("1500.125", "1500.125"), ("0.125", "0.125"),
    ("1,500,000", "1500000"), ("1,500.25", "1500.25"), ("12 000", "12000"),
    ("12\u{A0}000", "12000"), ("1\u{202F}234\u{202F}567", "1234567"),
  ])
  func whatIsClearIsReadInEveryLanguage(_ text: String, _ number: String) {
    for language in Language.allCases { #expect(amount(text, in: language) == number) }
  }

  @Test(
    arguments: [
      ("5 million", .en, "5000000"), ("2.5 million", .en, "2500000"),
      ("82,5 millones", .es, "82500000"), ("1 mil millones", .es, "1000000000"),
      ("1,134 bilhões", .pt, nil), ("1,1340 bilhões", .pt, "1134000000"),
      ("2\u{A0}millions", .fr, "2000000"), ("2,5 milliards", .fr, "2500000000"),
      ("1.5 Million", .en, "1500000"), ("2.0050 million", .en, "2005000"),
      ("2.005 million", .en, nil), ("million", .en, nil),
      ("5million", .en, nil), ("5 million people", .en, nil), ("x million", .en, nil),
      ("1 2 million", .en, nil), ("1 billion", .fr, nil), ("1 billion", .en, "1000000000"),
      ("-1 million", .en, nil), ("2.5M", .en, "2500000"), ("5k", .pt, "5000"),
      ("1,5m", .es, "1500000"), ("1B", .fr, "1000000000"), ("1,500k", .en, "1500000"),
      ("k", .en, nil), ("5 k", .en, nil), ("5kk", .en, nil),
    ] as [(String, Language, String?)])
  func theWordsOfItsOwnFiguresAreTaken(
    _ text: String, _ language: Language, _ number: String?
  ) {
    #expect(amount(text, in: language) == number)
  }

  @Test(arguments: [
    ("12.000", "12000"), ("1.500.000", "1500000"), ("1,5", "1.5"), ("1.500,25", "1500.25"),
    ("12 000,5", "12000.5"), ("0,125", "0.125"), ("1500,125", "1500.125"),
  ])
  func aCommaBeginsTheFractionElsewhere(_ text: String, _ number: String) {
    #expect(amount(text, in: .en) == nil)
    for language in [Language.es, .pt, .fr] { #expect(amount(text, in: language) == number) }
  }

  @Test(arguments: [
    "", "-", ".", ",", "x", "1e3", "-5", "1,50,000", "12.00.0", "1 50", "0 500", "1,2,3", "1..5",
    "12 000.000,5", "1 500.000 000",
  ])
  func whatIsNoNumberIsReadInNone(_ text: String) {
    for language in Language.allCases { #expect(amount(text, in: language) == nil, "\(language)") }
  }

  /// What can be two numbers is refused, and both are named as they can be typed.
  @Test func whatCanBeTwoNumbersIsTakenForNone() {
    func readings(_ text: String, _ language: Language) -> FieldProblem.Writing? {
      TypedNumber(text, in: language) { $0 >= 0 }.writing
    }
    #expect(readings("12.000", .en) == .readings(["12000", "12"]))
    #expect(readings("12.345", .en) == .readings(["12345", "12.3450"]))
    #expect(readings("1,500", .es) == .readings(["1500", "1,5"]))
    #expect(readings("1,234", .fr) == .readings(["1234", "1,2340"]))
    #expect(amount("12.3450", in: .en) == "12.345" && amount("1,2340", in: .fr) == "1.234")
    #expect(readings("1,50,0", .en) == .examples(["1500", "1,500", "1.5"]))
    #expect(readings("abc", .en) == nil)
  }

  /// No text is one number in one language and another in another.
  @Test func noTextMeansTwoNumbers() {
    let signs = ["", ",", ".", " "]
    for first in signs {
      for second in signs {
        for (a, b, c) in [("1", "500", "250"), ("12", "5", "000"), ("0", "125", "5")] {
          let text = a + first + b + second + c
          let numbers = Set(Language.allCases.compactMap { amount(text, in: $0) })
          #expect(numbers.count <= 1, "\(text): \(numbers)")
        }
      }
    }
  }

  /// What a form shows of a number is read as that number.
  @Test(arguments: ["4000", "-77.0428", "12.345", "0.5", "1e+20", "1500.125"])
  func whatIsShownIsReadAgain(_ literal: String) {
    for language in [Language.es, .pt, .fr] {
      let shown = TypedNumber.text(literal, in: language)
      guard !literal.contains("e") else { return #expect(shown == literal) }
      #expect(TypedNumber(shown, in: language) { _ in true }.literal == literal)
    }
  }

  /// Where only one of the two can stand, it is meant.
  @Test func whatCanNotStandThereIsNotMeant() {
    for language in Language.allCases {
      let latitude = TypedNumber("-12.046", in: language) { (-90...90).contains($0) }
      #expect(latitude.literal == "-12.046")
    }
  }
}
