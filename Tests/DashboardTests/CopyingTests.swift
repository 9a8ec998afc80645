import Declaration
import Testing

@testable import Dashboard

/// What is copied, with its sources.
@Suite struct CopyingTests {
  private func copied(_ driver: inout Driver) throws -> [Substring] {
    guard case .copy(let text) = try #require(driver.type("y").first) else { return [] }
    return text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The numbers in a text and those that the lines under it begin with.
  private func numbers(_ lines: [Substring]) -> (named: Set<Substring>, listed: [Substring]) {
    let named = lines[0].matches(of: /\[\d+\]/).map(\.output)
    return (Set(named), lines.dropFirst().compactMap { $0.prefixMatch(of: /\[\d+\]/)?.output })
  }

  @Test func theHeadOfAPageComesWithEverySourceThatItNumbers() throws {
    var driver = try Driver()
    driver.type("n")
    let lines = try copied(&driver)
    #expect(lines[0].hasPrefix("First ministerial meeting. Date"))
    #expect(lines[0].contains("6 October 2022"))
    let (named, listed) = numbers(lines)
    #expect(named.count > 1 && Set(listed) == named && listed.count == named.count)
    #expect(lines.filter { $0.hasPrefix("http") }.count >= named.count)
  }

  @Test func aDisputeIsCopiedWithEverySide() throws {
    var driver = try Driver(day: "2022-10-07")
    driver.type("2/canada")
    driver.press(.enter)
    driver.type("4")
    let links = driver.state.page.links.map(\.target)
    let place = try #require(links.firstIndex { if case .dispute = $0 { true } else { false } })
    for _ in 0..<links.count where driver.state.detailLink != place { driver.press(.down) }
    #expect(driver.state.detailLink == place)
    guard case .dispute(let id) = links[place] else { return }
    let dispute = try #require(driver.state.dossier.disputes.first { $0.id == id })
    let lines = try copied(&driver)
    let sides = dispute.sides(asOf: driver.state.snapshot.day)
    #expect(sides.count > 1 && sides.allSatisfy { lines[0].contains($0.text[.en]) }, "\(lines)")
    let (named, listed) = numbers(lines)
    #expect(named == Set(listed))
    #expect(
      listed.count == Set(sides.flatMap { driver.state.snapshot.published($0.sources) }).count)
  }

  @Test func everyEntryOfEveryListCanBeCopiedWithItsSource() throws {
    for view in ["1", "2", "3", "c", "x", "s", "d", "m"] {
      var driver = try Driver()
      driver.type(view)
      for _ in 0..<12 {
        let lines = try copied(&driver)
        #expect(!lines[0].isEmpty)
        let (named, listed) = numbers(lines)
        #expect(named == Set(listed), "\(view): \(lines)")
        driver.press(.down)
      }
    }
  }

  @Test func inTheDetailTheChosenLineIsCopied() throws {
    var driver = try Driver()
    driver.type("n4")
    driver.press(.down)
    var seen: Set<Substring> = []
    for _ in 0..<60 {
      let lines = try copied(&driver)
      let (named, listed) = numbers(lines)
      #expect(named == Set(listed) && lines.count > 1, "\(lines)")
      seen.insert(lines[0])
      driver.press(.down)
    }
    #expect(seen.count == 3)
    #expect(seen.contains { $0.contains("[") == false })
  }

  @Test func aLineOfTheDetailSaysWhomItIsAbout() throws {
    var driver = try Driver()
    driver.type("/bolivia")
    driver.press(.enter)
    driver.type("4")
    var lines: Set<String> = []
    for _ in 0..<20 {
      lines.insert(String(try copied(&driver)[0]))
      driver.press(.down)
    }
    #expect(lines.contains { $0.hasPrefix("Bolivia: 6 to 10 Jun 2022 stayed away") })
  }

  @Test func aMeetingIsCopiedWithWhoCame() throws {
    var driver = try Driver(day: "2022-10-07")
    driver.type("3")
    driver.press(.home)
    let lines = try copied(&driver)
    #expect(lines[0].contains("Attended: 23 (") && lines[0].contains("Stayed away: 2 (Bolivia, "))
    #expect(lines[0].contains("Not invited: 3 (Cuba, Nicaragua, Venezuela) ["))
    let (named, listed) = numbers(lines)
    #expect(named == Set(listed) && named.count > 10)
  }

  @Test func marksOfTheUsersOwnRecordAreNotCopied() throws {
    var own = try OwnDriver(own: OwnSample.full)
    own.type("/peru")
    own.press(.enter)
    let mark = Sign.noted.word(in: .en)
    #expect(own.driver.row(with: mark) != nil)
    let lines = try copied(&own.driver)
    #expect(lines[0].hasPrefix("Peru. ") && !lines[0].contains(mark))
  }
}
