import Declaration
import Store
import Testing

@testable import Dashboard

@Suite struct PlainTimeTests {
  @Test func saysEachDayOnce() throws {
    var talk = try Talk()
    let yesterday =
      "As of Tuesday 27 September 2022: 21 of 35 countries have endorsed; "
      + "the next meeting is Lima in 9 days."
    #expect(talk.ask("earlier") == [yesterday])
    #expect(talk.ask("later")[0].hasPrefix("As of "))
    for line in ["as of 2022-09-27", "as of 27 Sep 2022", "@ September 27, 2022"] {
      #expect(talk.ask(line) == [yesterday])
    }
    #expect(
      talk.ask("as of 2022-10-06")[0].hasSuffix("the meeting in Lima is being held."))
    #expect(talk.ask("as of 31 February 2022")[0].contains("is not a day"))
    #expect(talk.ask("as of")[0].hasPrefix("As of Wednesday 28 September 2022"))
    #expect(talk.ask("today")[0].hasSuffix("no meeting ahead is known."))
    #expect(talk.ask("today")[0] == "It is that day already.")
    #expect(talk.ask("next") == ["No meeting after 23 Nov 2026 is in the record."])
    #expect(talk.ask("as of 2020-01-01")[0].hasPrefix("The record begins on"))
  }

  @Test func tellsOfTheNextMeeting() throws {
    var talk = try Talk()
    #expect(
      talk.ask("n") == [
        "First ministerial meeting, Lima: Thursday 6 October 2022, in 8 days. "
          + "Type detail for all of it."
      ])
  }
}

@Suite struct PlainOwnTests {
  @Test func asksTheStoreAndSaysWhatWasDone() throws {
    var talk = try Talk()
    #expect(talk.ask("note Ask about visas.").isEmpty)
    guard case .store(.amend(let amendment)) = try #require(talk.effects.first) else {
      Issue.record("no note was asked for")
      return
    }
    #expect(amendment.summary == "note on Lima 6 Oct 2022")
    #expect(amendment.parts[0].value?["about"]?.text == "/meetings/lima-2022")
    #expect(amendment.parts[0].value?["text"]?.text == "Ask about visas.")
    #expect(
      talk.dialogue.hear(.stored(amendment.summary, by: .amend(amendment))) == [
        "Note on Lima 6 Oct 2022. Type undo to take it back."
      ])
    #expect(talk.ask("note") == ["Type note and its text."])
    talk.ask("undo")
    #expect(talk.effects == [.store(.undo)])
    #expect(
      talk.dialogue.hear(.refused("nothing is to be taken back", of: .undo))[0].hasPrefix(
        "Not done: "))
    talk.ask("bookmark")
    #expect(talk.effects.count == 1)
    #expect(talk.ask("own")[0] == "No entries.")
  }
}
