import Declaration
import SeededGenerator
import Testing

@testable import Dashboard

/// A text that is looked for in the page of the detail.
@Suite struct PageSearchTests {
  private func reading(rows: Int = 30, language: Language = .en) throws -> Driver {
    var driver = try Driver(columns: 120, rows: rows, language: language)
    driver.type("2/mexico")
    driver.press(.enter)
    driver.type("4")
    return driver
  }

  private func open(_ driver: Driver) -> PageSearch? {
    if case .search(let search) = driver.state.prompt { search } else { nil }
  }

  @Test func thePageGoesToWhatIsTyped() throws {
    var driver = try reading()
    driver.type("/BÓRDER WORKER")
    let search = try #require(open(driver))
    let row = try #require(search.row)
    #expect(driver.state.page.lines[row].text.contains("Border Worker"))
    #expect(driver.screen.contains("Border Worker") && driver.screen.contains(" 1/"))
    #expect(driver.state.filter.text == "mexico", "the countries' filter stays as it is")
    driver.press(.enter)
    let link = try #require(driver.state.detailLink)
    guard case .commitment = driver.state.page.links[link].target else {
      Issue.record("what can be followed there is chosen")
      return
    }
    #expect(driver.state.prompt == nil && driver.screen.contains("Border Worker"))
  }

  @Test func whatIsWrappedIsFoundAndAnotherWidthMovesNothingElse() throws {
    var driver = try reading()
    driver.type("/foreign secretary")
    let row = try #require(open(driver)?.row)
    let lines = driver.state.page.lines
    #expect(
      lines[row].text.contains("Foreign") && !lines[row].text.contains("Foreign Secretary"),
      "the rows are too wide to show it")
    _ = driver.state.update(.resize(Size(columns: 200, rows: 40)))
    let other = try #require(open(driver)?.row)
    #expect(driver.state.page.lines[other].text.contains("Foreign"))
    driver.press(.enter)
    #expect(driver.screen.contains("Foreign Secretary"))
    driver.type("/mexico")
    _ = driver.state.update(.mouse(Mouse(.press, column: 60, row: 8)))
    #expect(driver.state.prompt == nil, "on another's page there is nothing to go on with")
  }

  @Test func theArrowsGoRound() throws {
    var driver = try reading()
    driver.type("/mexico")
    let rows = try #require(open(driver)?.rows)
    #expect(rows.count > 2)
    var seen: [Int] = []
    for _ in rows {
      seen.append(try #require(open(driver)?.row))
      driver.press(.down)
    }
    #expect(Set(seen) == Set(rows) && open(driver)?.row == seen[0])
    driver.press(.up)
    #expect(open(driver)?.row == seen.last)
  }

  @Test func escapeLeavesThePageAsItWas() throws {
    var driver = try reading()
    driver.press(.down, .down)
    let before = driver.state
    driver.type("/border worker")
    #expect(driver.state.offsets[.detail] != before.offsets[.detail])
    driver.press(.escape)
    #expect(driver.state.offsets[.detail] == before.offsets[.detail])
    #expect(driver.state.detailLink == before.detailLink && driver.state.focus == .detail)
    driver.type("/reportxyz")
    #expect(
      driver.state.offsets[.detail] == before.offsets[.detail], "what is nowhere leads nowhere")
    driver.press(.enter)
    #expect(driver.state.notice?.text == "“reportxyz” is not on this page.")
    #expect(driver.state.offsets[.detail] == before.offsets[.detail])
  }

  @Test func theSameAgainGoesOn() throws {
    var driver = try reading()
    driver.type("/mexico")
    let rows = try #require(open(driver)?.rows)
    driver.press(.enter)
    var seen = [try #require(driver.state.lastSearch?.row)]
    for _ in 1..<rows.count {
      driver.type("/")
      driver.press(.enter)
      seen.append(try #require(driver.state.lastSearch?.row))
    }
    #expect(Set(seen) == Set(rows))
  }

  @Test func whatIsPastedThereIsLookedForThere() throws {
    var driver = try reading()
    _ = driver.state.update(.paste("border"))
    #expect(open(driver)?.editor.text == "border")
    _ = driver.state.update(.paste(" worker"))
    #expect(open(driver)?.editor.text == "border worker" && open(driver)?.row != nil)
    #expect(driver.countries == ["MX"])
  }

  @Test func whatIsFoundIsMarkedAndNothingElseChanges() throws {
    var driver = try reading(language: .fr)
    let words = ["mexi", "é", "e", "réf", "[1]", "‡", "u", "travail", "’", "a\u{301}"]
    for word in words {
      var content = driver.state.page.content(title: Line(), link: nil)
      let plain = content
      var search = PageSearch(in: nil, from: 0, offset: 0, link: nil)
      search.edit(in: driver.state.page) { $0.insert(word) }
      content.show(search, columns: 60)
      for row in 0..<content.rowCount {
        let (found, before) = (content.row(row).line, plain.row(row).line)
        #expect(found.text == before.text && found.width == before.width)
        let isMarked = found.spans.contains { $0.style.emphasis.contains(.match) }
        #expect(isMarked == search.rows.contains(row), "“\(word)” in “\(before.text)”")
      }
    }
    driver.type("/")
    #expect(driver.rows.last?.contains("occurrence suivante") == true)
  }
}
