import Declaration
import Store
import Testing

@testable import Dashboard

@Suite struct PlainListTests {
  @Test func saysFirstWhereThingsStand() throws {
    var talk = try Talk()
    let greeting = talk.dialogue.greeting()
    #expect(greeting[0] == "Los Angeles Declaration on Migration and Protection.")
    #expect(
      greeting[1] == "As of Wednesday 28 September 2022: 21 of 35 countries have endorsed; "
        + "the next meeting is Lima in 8 days.")
    #expect(greeting.last?.contains("Type help") == true)
  }

  @Test func listsAreNumberedSentences() throws {
    var talk = try Talk()
    let countries = talk.ask("countries")
    #expect(countries.first == "35 of 35 countries.")
    #expect(countries.numbered.count == 35)
    #expect(countries.contains("35. Venezuela, not endorsed, no commitments reported"))
    #expect(talk.ask("pillars").numbered[0].hasPrefix("Pillar 1, Stability and assistance"))
    #expect(talk.ask("meetings").numbered.contains { $0.contains("in 8 days, the next meeting") })
    let commitments = talk.ask("commitments country:belize")
    #expect(commitments[0].hasPrefix("1 of 20 commitments; filter country:belize; by date. Total:"))
    #expect(commitments.numbered[0].hasPrefix("Belize: Regularize"))
    #expect(talk.ask("disputes").numbered.allSatisfy { $0.hasPrefix("Sources differ: ") })
  }

  @Test func whereThereIsNoneThatIsAllThatIsSaid() throws {
    var talk = try Talk(day: "2022-01-01")
    #expect(talk.ask("commitments")[0].hasPrefix("No commitments reported"))
    talk = try Talk(day: "2022-07-01")
    #expect(talk.ask("commitments").numbered.allSatisfy { !$0.contains("package") })
  }

  @Test func filtersByTheLanguageOfTheScreen() throws {
    var talk = try Talk()
    let away = talk.ask("filter status:endorsed -attended:launch")
    #expect(away.first == "2 of 35 countries; filter status:endorsed -attended:launch.")
    #expect(away.numbered.map { $0.prefix { $0 != "," } } == ["Barbados", "Belize"])
    #expect(talk.ask("filter colour:red")[0].hasPrefix("There is no field \"colour:\""))
    #expect(talk.text("filter zzz").contains("Type filter alone to see all again."))
    #expect(talk.ask("filter").first == "35 of 35 countries.")
    #expect(talk.ask("/méxico").numbered == ["Mexico, endorsed, 3 commitments"])
  }

  /// In a page the same key searches it; who types the word filter means the list.
  @Test func whatCannotBeFilteredIsSaidOnAPageToo() throws {
    var talk = try Talk()
    _ = talk.ask("countries peru")
    _ = talk.ask("show haiti")
    #expect(talk.ask("filter colour:red")[0].hasPrefix("There is no field \"colour:\""))
    #expect(talk.ask("filter mexi").first == "1 of 35 countries; filter mexi.")
  }

  @Test func facetsAreSaidAndTakenBack() throws {
    var talk = try Talk()
    #expect(talk.ask("endorsed").first == "21 of 35 countries; only those that endorsed.")
    #expect(
      talk.ask("attended").first == "19 of 35 countries; only those at Washington 26 Sep 2022.")
    #expect(talk.ask("attended").first == "35 of 35 countries.")
    #expect(talk.ask("without").first?.hasPrefix("14 of 35 countries") == true)
  }

  @Test func tellsAWholeRowOfTheMatrix() throws {
    var talk = try Talk(day: "2022-10-07")
    #expect(
      talk.ask("matrix peru") == [
        "Peru: leads package 4, takes part in package 3, 1 commitment in package 4."
      ])
    #expect(talk.ask("matrix").numbered.contains("Cuba: not endorsed, in no package"))
  }

  @Test func sortsCommitments() throws {
    var talk = try Talk()
    let sorted = talk.ask("sort amount")
    #expect(sorted[0].contains("by amount"))
    #expect(sorted.numbered[0].contains("314 million USD"))
    #expect(
      talk.ask("sort sideways") == [
        "Commitments are sorted by date, country, pillar or amount."
      ])
  }

  @Test func tellsWhatChangedBetweenTwoDays() throws {
    var talk = try Talk()
    let changes = talk.ask("changes from 28 September 2022 to 2022-10-07")
    let record = try Edition.builtIn()
    let expected = record.changes(
      after: try #require(Day("2022-09-28")), through: try #require(Day("2022-10-07")))
    #expect(changes[0] == "\(expected.count) changes after 28 Sep 2022, up to 7 Oct 2022.")
    #expect(changes.numbered.count == expected.count)
    #expect(changes.contains("3. 6 Oct 2022: held: Lima, First ministerial meeting"))
    #expect(talk.state.snapshot.day == Day("2022-10-07"))
    #expect(talk.text("changes since someday").contains("\"someday\" is not a day"))
    #expect(talk.ask("changes since the last meeting")[0].contains("after 26 Sep 2022"))
    #expect(talk.ask("first day 2022-06-10")[0].contains("after 10 Jun 2022"))
  }
}

@Suite struct PlainPageTests {
  @Test func opensByNumberAndByName() throws {
    var talk = try Talk()
    talk.ask("filter status:endorsed -attended:launch")
    let belize = talk.ask("open 2")
    #expect(belize[0] == "Opened; other lists are narrowed to Belize until you type back.")
    #expect(belize[1] == "Belize")
    #expect(talk.state.trail == [.country("BZ")])
    #expect(talk.text("back").contains("filter status:endorsed -attended:launch; as of"))
    #expect(talk.state.trail.isEmpty)
    #expect(talk.text("open lima").contains("Date: Thursday 6 October 2022 (sources 1 and 2)"))
    #expect(talk.text("open pillar 2").contains("Pillar 2: Regular pathways"))
    #expect(talk.text("open package 5").contains("Action package 5 Labor mobility"))
    #expect(talk.ask("open st.").numbered.count == 3)
    #expect(talk.ask("2")[0] == "St. Lucia", "the filter hides it, and nothing is narrowed to it")
    #expect(talk.text("show chile") == talk.text("open chile"))
    #expect(talk.ask("open atlantis") == ["Nothing is called \"atlantis\" as of 28 Sep 2022."])
    #expect(talk.text("open 4000").contains("There is no line 4000"))
  }

  @Test func followsALineOfAPageAndComesBack() throws {
    var talk = try Talk()
    let pillar = talk.ask("open pillar 1")
    let place = try #require(pillar.numbered.firstIndex { $0.hasPrefix("3 International") })
    #expect(talk.ask("open \(place + 1)")[0].hasPrefix("Action package 3"))
    #expect(talk.text("back").hasPrefix("Pillar 1, "))
    #expect(talk.ask("forward")[0].hasPrefix("Action package 3"))
    #expect(talk.ask("forward") == ["There is no page ahead."])
    talk.ask("back")
    talk.ask("back")
    #expect(talk.ask("back") == ["There is nothing to go back from."])
  }

  @Test func comesBackFromAPageToItsList() throws {
    var talk = try Talk(day: "2022-10-08")
    let changes = talk.ask("changes")
    #expect(talk.ask("open 3")[0] == "Sources differ: Number of pillars")
    #expect(talk.ask("back") == ["Back to the list: \(changes[0])"])
    #expect(talk.ask("open 2")[0] == "Sources differ: Endorsers at Lima")
    talk.ask("back")
    #expect(talk.text("back").contains("the list is timeline"))
    talk.ask("filter region:south")
    talk.ask("meetings")
    let context = try #require(talk.ask("list").firstIndex { $0.contains("UNHCR and IOM") })
    #expect(talk.ask("open \(context)")[0] == "Context")
    talk.ask("back")
    #expect(talk.state.filter.text == "region:south", "a step back is one step")
  }

  @Test func saysDisputesInWords() throws {
    var talk = try Talk()
    let launch = talk.text("open washington")
    #expect(
      launch.contains(
        "Date: Monday 26 September 2022, or Tuesday 27 September 2022, sources differ (sources"))
    #expect(launch.contains("Where sources differ:"))
    #expect(talk.ask("disputes").numbered.count == talk.state.snapshot.disputes.count)
    #expect(talk.ask("open 1")[0].hasPrefix("Sources differ: "))
  }

  @Test func sourcesHaveTheirNumbersAndAddresses() throws {
    var talk = try Talk()
    talk.ask("next")
    let page = talk.ask("detail")
    let second = try #require(page.first { $0.hasPrefix("Source 2: ") })
    #expect(talk.ask("source 2")[0] == second)
    #expect(second.contains(". https://"))
    #expect(
      talk.state.subject
        == .source(try #require(talk.state.dossier.meeting("lima-2022")).sources[1]))
    talk.ask("open link")
    guard case .openLink(let link) = try #require(talk.effects.first) else {
      Issue.record("no link was opened")
      return
    }
    #expect(second.hasSuffix(link))
    talk.ask("back")
    #expect(talk.ask("sources").numbered.count == 2)
    #expect(talk.ask("sources").numbered.count > 20)
    #expect(talk.text("source 999").contains("There is no source 999"))
    #expect(talk.text("source").contains("Type source and its number"))
  }

  @Test func briefsWithSources() throws {
    var talk = try Talk()
    let briefing = talk.ask("briefing lima")
    #expect(briefing[0] == "First ministerial meeting")
    #expect(briefing.contains("Who is expected:"))
    #expect(briefing.contains { $0.hasPrefix("Source 3: ") && $0.contains("https://") })
    #expect(!briefing.contains { $0.contains("[^") || $0.contains("\\") || $0.hasPrefix("#") })
    #expect(talk.state.trail.isEmpty, "a briefing changes nothing")
    talk.ask("save briefing peru")
    guard case .save(let name, let text) = try #require(talk.effects.first) else {
      Issue.record("nothing was saved")
      return
    }
    #expect(name == "ladmp-PE-2022-09-28.md" && text.hasPrefix("# Peru\n"))
    #expect(talk.state.subject == .meeting("lima-2022"))
  }

  @Test func compares() throws {
    var talk = try Talk(day: "2022-10-07")
    for line in ["compare peru, costa rica", "compare peru and costa rica"] {
      let lines = talk.ask(line)
      #expect(lines[0] == "Peru and Costa Rica compared, as of 7 Oct 2022.")
      #expect(lines[1].hasPrefix("Endorsement. Peru: endorsed 10 Jun 2022; Costa Rica: endorsed"))
    }
    #expect(talk.ask("compare peru chile us")[0].hasPrefix("Peru, Chile and United States"))
    #expect(talk.ask("compare")[0].hasPrefix("Name two or three countries"))
  }

  /// What the screen has signs for is said in words.
  @Test func comparesWithWhatIsDisputedAndWhatIsTheUsersOwn() throws {
    var talk = try Talk(Edition.builtIn().with(OwnSample.full), day: "2022-10-07")
    let lines = talk.ask("compare us, peru, canada")
    let lima = try #require(lines.first { $0.hasPrefix("Lima 6 Oct 2022.") })
    #expect(lima.contains("Peru: attended, changed;"), "\(lima)")
    let pathways = try #require(lines.first { $0.hasPrefix("Pillar 2,") })
    #expect(pathways.contains("20,000 people, under way, due 30 Sep 2024, changed,"), "\(pathways)")
    #expect(pathways.contains("4,000 people, due 2028, sources differ"), "\(pathways)")
  }
}
