import Declaration
import Testing

@testable import Dashboard

/// Countries side by side, and by packages.
@Suite struct ComparisonTests {
  private func comparing(_ names: String..., rows: Int = 200) throws -> Driver {
    var driver = try Driver(columns: 120, rows: rows)
    for name in names { Self.mark(name, &driver) }
    return driver
  }

  private static func mark(_ name: String, _ driver: inout Driver) {
    if driver.state.view == .comparison { driver.press(.escape) }
    driver.type("2/")
    driver.press(.control("u"))
    driver.type(name)
    driver.press(.enter)
    driver.type("C")
  }

  @Test func everyCellSaysOnWhatItRestsAndWhereSourcesDiffer() throws {
    let driver = try comparing("canada", "united states")
    let snapshot = driver.state.snapshot
    let cell = try #require(driver.row(with: "endorsed 10 Jun 2022"))
    #expect(cell.contains("endorsed 10 Jun 2022 [1][2]"))
    let disputed = snapshot.commitments.filter {
      ["CA", "US"].contains($0.country) && snapshot.isDisputed(FactPath("commitments", $0.id))
    }
    #expect(!disputed.isEmpty)
    let marks = driver.rows.joined().count { $0 == "‡" }
    #expect(marks == disputed.count)
    let source = try #require(snapshot.endorsement(of: "CA")?.sources.first)
    let title = try #require(snapshot.dossier.sources[source]?.title)
    #expect(driver.row(with: "[1]  \(title)") != nil, "the sources stand below, by number")
  }

  @Test func itTellsWhereMeetingsWereAndHowFarCommitmentsAre() throws {
    let driver = try comparing("canada", "united states")
    let meeting = try #require(driver.rows.firstIndex { $0.contains("26 Sep 22 ") })
    #expect(driver.rows[meeting + 1].contains("Washington"))
    let snapshot = driver.state.snapshot
    let dated = snapshot.commitments.filter {
      ["CA", "US"].contains($0.country) && $0.due != nil
    }
    let told = driver.screen.split(separator: "due ").count - 1
    #expect(!dated.isEmpty && told == dated.count)
  }

  @Test func partsOfACommitmentAreNoMoreMoney() throws {
    let driver = try comparing("canada", "united states")
    let parts = driver.state.snapshot.commitments.count {
      ["CA", "US"].contains($0.country) && $0.partOf != nil
    }
    #expect(parts == 3 && driver.rows.count { $0.contains("· part: ") } == parts)
  }

  /// What is scrolled was made once, whatever else happens.
  @Test func scrollingMakesNothingAnew() throws {
    var driver = try comparing("canada", "united states", rows: 20)
    let key = try #require(driver.state.comparison.key)
    driver.press(.pageDown)
    driver.type("?")
    driver.press(.escape)
    #expect(driver.state.comparison.key == key)
    _ = driver.state.update(.resize(Size(columns: 100, rows: 20)))
    #expect(driver.state.comparison.key != key)
    let settled = driver.state.comparison.lines
    driver.state.settleAnew()
    #expect(driver.state.comparison.lines == settled)
  }

  @Test func itIsSavedAsPlainLinesWithItsSources() throws {
    var driver = try comparing("canada", "united states", rows: 20)
    guard case .save(let name, let text)? = driver.type("B").first else {
      Issue.record("nothing is saved")
      return
    }
    #expect(name == "ladmp-CA-US-2022-09-28.txt")
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.first == "Comparison: Canada, United States")
    // An address that is broken opens nothing.
    #expect(lines.allSatisfy { ($0.count <= 120 || $0.contains("https://")) && $0.last != " " })
    let links = driver.state.dossier.sources.values.compactMap(\.link)
    let addresses = lines.filter { $0.contains("https://") }.map { $0.drop { $0 == " " } }
    #expect(addresses.count > 5 && addresses.allSatisfy { links.contains(String($0)) })
    let comparison = driver.state.comparison
    #expect(lines.count > comparison.lines.count / 2 && text.contains("Sources\n[1]"))
  }

  @Test func aFourthTakesTheFirstOnesPlaceAndThatIsSaid() throws {
    var driver = try comparing("peru", "chile", "brazil")
    #expect(driver.state.compared == ["PE", "CL", "BR"])
    Self.mark("mexico", &driver)
    #expect(driver.state.compared == ["CL", "BR", "MX"] && driver.state.view == .comparison)
    #expect(
      driver.state.notice?.text
        == "Mexico takes the place of Peru: three fit side by side.")
  }

  @Test func anotherCountryIsSeenFromTheTop() throws {
    var driver = try comparing("peru", "canada", rows: 20)
    driver.press(.end)
    #expect(driver.state.offsets[.comparison] ?? 0 > 0)
    Self.mark("mexico", &driver)
    #expect(driver.state.compared.count == 3 && driver.state.offsets[.comparison] == 0)
  }

  @Test func itSaysThatNothingIsFilteredThere() throws {
    var driver = try comparing("peru", "chile")
    driver.type("/")
    #expect(driver.state.notice?.text == "Nothing is filtered here; Esc leads back.")
  }

  /// Dates fit beside the cells on a narrow screen too.
  @Test func meetingsAreDatedOnANarrowScreen() throws {
    var driver = try comparing("peru", "chile")
    _ = driver.state.update(.resize(Size(columns: 38, rows: 40)))
    #expect(driver.row(with: "26 Sep 22") != nil)
  }

  @Test func thereIsNoDetailBesideIt() throws {
    var driver = try comparing("peru", "chile", rows: 20)
    let before = driver.state.offsets[.comparison] ?? 0
    driver.type("4")
    #expect(driver.state.focus == .comparison)
    driver.press(.pageDown)
    #expect((driver.state.offsets[.comparison] ?? 0) > before)
  }

  @Test func aMarkIsTakenBack() throws {
    var driver = try comparing("peru")
    #expect(driver.state.compared == ["PE"])
    driver.type("C")
    #expect(driver.state.compared.isEmpty)
    #expect(driver.state.notice?.text == "Peru is marked no longer.")
  }

  @Test func theMatrixSumsTheRowsThatItShows() throws {
    var driver = try Driver(columns: 120, rows: 60)
    driver.type("x")
    let all = try #require(driver.row(with: "Commitments "))
    driver.type("/canada")
    driver.press(.enter)
    let canadas = try #require(driver.row(with: "Commitments "))
    let row = try #require(driver.row(with: "● Canada"))
    #expect(canadas != all)
    func last(_ row: String) -> Int? {
      // Beside the list stands the detail.
      row.split(separator: "││")[0].split { !$0.isNumber }.last.flatMap { Int($0) }
    }
    #expect(last(canadas) == last(row) && last(canadas) != nil)
    #expect(
      canadas.count { $0 == "!" } == all.count { $0 == "!" }, "a gap is one whoever is shown")
  }

  /// An endorser is marked that neither is in a package nor has a commitment in one.
  @Test func theMatrixMarksWhoHasNothingInIt() throws {
    var driver = try Driver(columns: 200, rows: 60)
    driver.type("x")
    #expect(driver.row(with: "●!Peru") != nil && driver.row(with: "● Mexico") != nil)
    // Before there are packages nobody could be in one.
    driver.type("@2022-06-10")
    driver.press(.enter)
    #expect(driver.row(with: "● Peru") != nil && driver.row(with: "●!") == nil)
  }

  @Test func commitmentsThatOthersMadeAreNotDenied() throws {
    var driver = try Driver(columns: 120, rows: 40)
    driver.type("2/chile")
    driver.press(.enter)
    driver.press(.enter)
    driver.type("c")
    #expect(driver.state.trail == [.country("CL")])
    #expect(driver.screen.contains("No commitment known on this day is of Chile. Esc in the lists"))
    #expect(!driver.screen.contains("No commitment was known on this day"))
  }
}
