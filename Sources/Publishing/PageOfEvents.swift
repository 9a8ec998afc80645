import Dashboard
import Declaration

// Meetings, commitments, what stands around them, and the sources of it all.
extension RecordPage {
  var meetings: [HTML] {
    guard !snapshot.meetings.isEmpty else {
      return [HTML("p", text: language("None was known of."))]
    }
    return snapshot.meetings.flatMap { meeting in
      [
        HTML("h3", [], HTML(meeting.title[language]) + own(FactPath("meetings", meeting.id))),
        HTML("dl", [], facts(of: meeting)),
      ]
    }
  }

  private func facts(of meeting: Meeting) -> [HTML] {
    let dates = snapshot.dates(of: meeting).map { DateText.long($0, in: language) }
      .joined(separator: ", " + language("or") + " ")
    let start =
      meeting.venue.startMinute.map { ", " + language("\(text: DateText.time(minute: $0)) there") }
      ?? ""
    var facts = [(language("Date"), [HTML(dates + start) + notes(meeting.sources)])]
    func add(_ name: String, _ texts: [Wording]) {
      if !texts.isEmpty { facts.append((name, texts.map { HTML($0[language]) })) }
    }
    add(language("Place"), [meeting.venue.place].compactMap { $0 })
    add(language("Host"), [meeting.host].compactMap { $0 })
    add(language("Level"), [meeting.level].compactMap { $0 })
    add(language("Agenda"), meeting.agenda)
    if snapshot.isReported(meeting) {
      add(language("Outcome"), meeting.outcome)
      facts += attendance(at: meeting)
    } else {
      add(language("Expected"), [meeting.expected].compactMap { $0 })
    }
    return facts.flatMap { name, values in
      [HTML("dt", text: name)] + values.map { HTML("dd", [], $0) }
    }
  }

  private func attendance(at meeting: Meeting) -> [(String, [HTML])] {
    Attendance.Status.allCases.compactMap { status in
      let present = meeting.attendance.filter { $0.value.status == status }
        .sorted { name(of: $0.key) < name(of: $1.key) }
      guard !present.isEmpty else { return nil }
      let names = present.map { code, attendance in
        let who = attendance.who.map { " (\($0[language]))" } ?? ""
        return HTML(name(of: code) + who)
          + own(FactPath("meetings", meeting.id, "attendance", code)) + notes(attendance.sources)
      }
      let word = Sign.of(status).word(in: language)
      let label = word.prefix(1).uppercased() + word.dropFirst()
      return ("\(label), \(present.count)", [HTML.joined(names, separator: ", ")])
    }
  }

  var commitments: [HTML] {
    let tables = snapshot.dossier.pillars.compactMap { pillar -> HTML? in
      let under = snapshot.commitments.filter { $0.pillar == pillar.id }
      guard !under.isEmpty else { return nil }
      return table(
        language("Pillar \(number: pillar.number): \(title: pillar.title[language])"),
        id: "commitments-\(pillar.number)",
        [
          language("Country"), language("Commitment"), language("Figure"), language("State"),
          language("Announced"), language("Due"),
        ], figures: [2],
        under.map(row))
    }
    return tables.isEmpty ? [HTML("p", text: language("None had been announced."))] : tables
  }

  private func row(of commitment: Commitment) -> [HTML] {
    [
      HTML(name(of: commitment.country)),
      HTML(commitment.text[language]) + own(FactPath("commitments", commitment.id))
        + notes(commitment.sources),
      HTML(figure(of: commitment)),
      HTML(
        commitment.step(asOf: snapshot.day).map { language.text($0.state.rawValue) }
          ?? Sign.notReported.word(in: language)),
      HTML(DateText.short(commitment.announced)),
      HTML(commitment.due.map { DateText.short($0, in: language) } ?? ""),
    ]
  }

  private func figure(of commitment: Commitment) -> String {
    guard let amount = commitment.amount else { return "" }
    return Figures.amount(amount, in: language) + language.partNote(of: commitment)
  }

  var context: [HTML] {
    guard !snapshot.context.isEmpty else {
      return [HTML("p", text: language("None was known of."))]
    }
    return [
      list(
        snapshot.context.map { entry in
          HTML("\(DateText.long(entry.date, in: language)): \(entry.text[language])")
            + own(FactPath("context", entry.id)) + notes(entry.sources)
        })
    ]
  }

  var disputes: [HTML] {
    guard !snapshot.disputes.isEmpty else {
      return [HTML("p", text: language("Nowhere that is known."))]
    }
    return snapshot.disputes.flatMap { dispute in
      [
        HTML("h3", [], HTML(dispute.about[language]) + own(FactPath("disputes", dispute.id))),
        HTML("p", text: dispute.why[language]),
        list(
          dispute.sides(asOf: snapshot.day).map { HTML($0.text[language]) + notes($0.sources) }),
      ]
    }
  }

  var sourceList: [HTML] {
    let items = sources.enumerated().map { place, id -> HTML in
      let attributes = [("id", "source-\(place + 1)")]
      guard let source = snapshot.dossier.sources[id] else {
        return HTML(
          "li", attributes,
          text: id == Source.ownKnowledge ? language("own knowledge").capitalizedFirst : id)
      }
      let title = source.link.map { HTML.link($0, source.title) } ?? HTML(source.title)
      let rest =
        ". \(source.publisher), "
        + "\(DateText.short(source.published, in: language))\(snapshot.laterNote(on: source))."
      let note = source.note.map { " \($0[language])" } ?? ""
      return HTML("li", attributes, title + HTML(rest + note) + own(FactPath("sources", id)))
    }
    return [HTML("ol", [], items)]
  }
}
