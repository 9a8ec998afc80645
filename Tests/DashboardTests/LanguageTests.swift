import Declaration
import Foundation
import Store
import Testing

@testable import Dashboard
@testable import Query

/// The texts in other languages against the source and each other.
@Suite struct LanguageTests {
  static let others = Language.allCases.filter { $0 != .en }

  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Filters understand the months that dates are written with.
  @Test(arguments: Language.allCases)
  func filtersKnowTheMonthsOfTheDates(_ language: Language) {
    #expect(
      Wording.months.map { $0[language] } == (1...12).map { DateText.longMonth($0, in: language) })
  }

  /// Filters understand the units that figures are written with.
  @Test(arguments: others)
  func filtersKnowTheUnitsOfTheFigures(_ language: Language) throws {
    for unit in try Edition.builtIn().units {
      #expect(Wording.unit(unit)[language] == language.text(unit))
    }
  }

  @Test func everyPhraseOfTheSourceIsSaidInEveryLanguage() throws {
    let source = try PhraseSource(folder: LanguageTests.root.appendingPathComponent("Sources"))
    #expect(source.keys.count > 300 && source.counted.count > 15)
    let tables = Set(LanguageTests.tables)
    for language in LanguageTests.others {
      let book = Phrasebook.of(language)
      let missing = source.keys.union(tables).filter { book[$0] == nil }
      #expect(missing.isEmpty, "missing in \(language): \(missing.sorted())")
      let forms = source.counted.filter { book[$0 + "|one"] == nil || book[$0 + "|other"] == nil }
      #expect(forms.isEmpty, "forms missing in \(language): \(forms.sorted())")
    }
  }

  @Test func noTextIsLeftThatNothingSays() throws {
    let source = try PhraseSource(folder: LanguageTests.root.appendingPathComponent("Sources"))
    let known = source.keys.union(source.counted).union(LanguageTests.tables)
    let left = Phrasebook.of(.es).all.keys.map(LanguageTests.bare)
      .filter { !known.contains($0) && !LanguageTests.isOfATable($0) }
    #expect(left.isEmpty, "\(Set(left).sorted())")
  }

  @Test func everyLanguageHasTheSameTexts() {
    let spanish = Set(Phrasebook.of(.es).all.keys)
    for language in LanguageTests.others {
      let difference = spanish.symmetricDifference(Phrasebook.of(language).all.keys)
      #expect(difference.isEmpty, "\(language): \(difference.sorted())")
    }
  }

  @Test(arguments: others)
  func textsHaveTheNamesOfTheirKeysAndNothingThatATerminalActsOn(_ language: Language) {
    for (key, text) in Phrasebook.of(language).all {
      let isForm = key.contains("|") && !key.hasSuffix("|other")
      let (wanted, found) = (LanguageTests.names(in: key), LanguageTests.names(in: text))
      // “one entry” and “no entries” need no figure.
      #expect(isForm ? found.isSubset(of: wanted) : found == wanted, "\(language) \(key): \(text)")
      let hasControls = text.unicodeScalars.contains {
        $0.properties.generalCategory == .control || $0.properties.generalCategory == .format
      }
      #expect(!hasControls && !text.isEmpty, "\(language) \(key)")
      #expect(!text.contains("!") || key.contains("!"), "\(language) \(key): \(text)")
    }
  }

  @Test(arguments: others)
  func theFileIsTheJSONThatTheTableReads(_ language: Language) throws {
    let file = LanguageTests.root.appendingPathComponent("Resources/text/\(language.rawValue).json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: file))
    var texts: [String: String] = [:]
    for (key, value) in try #require(object as? [String: Any]) {
      if let text = value as? String { texts[key] = text }
      for (form, text) in value as? [String: String] ?? [:] { texts["\(key)|\(form)"] = text }
    }
    let book = Phrasebook.of(language)
    #expect(texts == book.all)
    // Every text is found where it lies, and nothing where there is none.
    for (key, text) in texts {
      #expect(book[key] == text)
      #expect(book[key + "~"] == nil)
    }
    #expect(book[""] == nil && book["|one"] == nil && book["~"] == nil)
  }

  /// The texts that stand in tables with their English alone.
  private static var tables: [String] {
    var texts = Request.allCases.flatMap { [$0.explanation, $0.hint, $0.group.rawValue] }
    texts += FormRequest.allCases.flatMap { [$0.explanation, $0.hint] }
    texts += Sign.all.map(\.word) + Pane.allCases.map(\.name)
    texts += CommitmentOrder.allCases.map(\.rawValue) + Commitment.State.allCases.map(\.rawValue)
    texts += PlainCommand.allCases.flatMap {
      ["command|\($0.rawValue)", $0.group.rawValue, $0.explanation]
    }
    texts += PlainCommand.onScreenOnly.values + Language.foreignForms
    texts += RecordCollection.allCases.flatMap { collection in
      [collection.entryName, String(collection.entryName.drop { $0 != " " }.dropFirst())]
        + collection.fields.flatMap(labels)
    }
    texts += Addition.allCases.flatMap { [$0.name, $0.phrase] }
    for month in 1...12 {
      texts += ["long", "short", "column"].map { "month|\(month)|\($0)" }
    }
    for day in 0..<7 { texts += ["long", "short"].map { "weekday|\(day)|\($0)" } }
    return texts
  }

  private static func labels(of field: RecordField) -> [String] {
    switch field.kind {
    case .list(let fields), .byCountry(let fields): [field.label] + fields.flatMap(labels)
    case .degrees, .choice, .code, .reference: [field.label]
    default: [field.label, field.kind.expectation]
    }
  }

  /// Texts of small tables that have no list of their own: keys, units, groups, words of the store.
  private static func isOfATable(_ key: String) -> Bool {
    let keys = [
      "Esc", "Enter", "Tab", "Shift-Tab", "Space", "Backspace", "Del", "Home", "End", "PgUp",
      "PgDn", "close", "scroll", "search", "clear", "keep", "move", "stay", "next place",
      "complete", "earlier, later",
      "it is there already", "command|all",
      "dark", "light", "colour-blind", "high-contrast", "monochrome", "for dark backgrounds",
      "for light backgrounds",
      "bright on black, with as much contrast as there is",
      "safe for every kind of colour vision, on dark and light backgrounds alike",
      "without colours: bold, underlined and reversed letters only",
      "fill by", "save SVG", "save list", "do it", "choose", "leave", "million", "billion",
      "people", "visas",
      "staff",
      "Two versions", "Can't be read", "Bookmarks", "Notes", "Added", "Changed", "Hidden", "added",
      "changed", "hidden", "yours", "theirs", "Saving", "Reading your record", "each source once",
      "In English", "In Spanish", "In Portuguese", "In French", "new", "can't be read", "to come",
      "entries", "yes", "no", "summit", "coordinators", "ministerial",
      "Your record was changed by another program.",
    ]
    return keys.contains(key) || key.hasPrefix("hint|") || key.hasPrefix("command|")
      || key.hasPrefix("plural|")
      || key == key.uppercased() || key.hasPrefix("a country by") || key.hasPrefix("a meeting by")
      || key.hasPrefix("the number of") || key.hasPrefix("the id or address of")
      || ["NUMBER or NAME", "since DAY"].contains(key)
  }

  private static func bare(_ key: String) -> String {
    for form in ["|zero", "|one", "|other"] where key.hasSuffix(form) {
      return String(key.dropLast(form.count))
    }
    return key
  }

  private static func names(in text: String) -> Set<String> {
    Set(text.matches(of: #/\{([a-z]+)\}/#).map { String($0.1) })
  }
}
