import Declaration
import Testing

@testable import Dashboard

/// Actions by their names, and what is copied.
@Suite struct PaletteTests {
  private func palette(_ typed: String, _ language: Language = .en) -> [Request] {
    var palette = Palette()
    for letter in typed { palette.take(.character(letter), in: language) }
    return palette.requests(in: language)
  }

  @Test(arguments: Palette.requests, Language.allCases)
  func everyActionIsFoundByItsNameInEachLanguage(_ request: Request, _ language: Language) {
    let name = language.hint(request.hint)
    #expect(palette(name, language).contains(request), "\(name)")
    #expect(palette(language.text(request.explanation), language).contains(request))
  }

  @Test func findsByLettersThatStandApart() {
    #expect(palette("matx").first == .matrix)
    #expect(palette("COMM").first == .commitments)
    #expect(palette("zzzz").isEmpty && palette("").count == Palette.requests.count)
  }

  @Test func doesWhatIsSelected() throws {
    var driver = try Driver()
    driver.type(":matri")
    #expect(driver.row(with: "Matrix of countries and packages") != nil)
    driver.press(.enter)
    #expect(driver.state.view == .matrix && driver.state.sheet == nil)
    driver.type(":quit")
    #expect(driver.press(.enter) == [.quit])
    driver.type(":q")
    driver.press(.escape)
    #expect(driver.state.sheet == nil)
    driver.type(":xxxx")
    #expect(driver.press(.enter).isEmpty && driver.row(with: "No action is called so.") != nil)
    driver.press(.escape)
    driver.type(":")
    driver.press(.backspace)
    #expect(driver.state.sheet == nil)
  }
}
