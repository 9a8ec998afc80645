import Declaration

/// Two or three countries side by side.
struct ComparisonPane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  private static let labelColumns = 13

  private var countries: [Country] { state.compared.compactMap(state.dossier.country) }

  var content: PaneContent {
    let names = countries.map { $0.name[language] }.joined(separator: ", ")
    var content = PaneContent(
      title: Line(language("Comparison: \(list: names)"), .title), rows: rows)
    content.heads = [head]
    content.legend = Line(
      language("\(key: state.label(.compare)) on a country adds it, the third at most"), .quiet)
    return content
  }

  private var cellColumns: Int {
    max(8, (columns - labelColumns) / max(1, countries.count))
  }

  private var labelColumns: Int { min(ComparisonPane.labelColumns, columns / 4) }

  private var head: Line {
    var line = Line()
    line.pad(to: labelColumns)
    for country in countries {
      line.append(Line(" " + country.name[language], .heading).truncated(to: cellColumns - 1))
      line.pad(
        to: line.width + cellColumns - min(country.name[language].cellWidth + 1, cellColumns - 1))
    }
    return line
  }

  private var rows: [PaneRow] {
    let snapshot = state.snapshot
    var rows = row(language("Endorsement")) { country in
      guard let endorsement = snapshot.endorsement(of: country.id) else {
        return [cell(.notEndorsed, Sign.notEndorsed.word(in: language))]
      }
      return [
        cell(.endorsed, language("endorsed \(day: DateText.short(endorsement.date, in: language))"))
      ]
    }
    rows += row(language("Region")) { country in
      [Line(snapshot.dossier.region(country.region)?.name[language] ?? country.region)]
    }
    for meeting in snapshot.heldMeetings {
      rows += row(DateText.column(meeting.date, in: language)) { country in
        let sign = Sign.of(country.id, at: meeting, in: snapshot)
        return [cell(sign, sign.word(in: language))]
      }
    }
    rows += row(language("Packages")) { country in
      snapshot.memberships(of: country.id).map { package, membership in
        let verb = membership.role == .lead ? language("leads") : language("joins")
        return Line("\(verb) \(package.number) \(package.title?[language] ?? "")")
      }
    }
    for pillar in snapshot.dossier.pillars {
      rows += row(language("Pillar \(number: pillar.number)")) { country in
        snapshot.commitments.filter { $0.country == country.id && $0.pillar == pillar.id }
          .map { commitment in
            let amount =
              commitment.amount.map { "\(language.colon) \(Figures.amount($0, in: language))" }
              ?? ""
            return Line("· \(commitment.text[language])\(amount)")
          }
      }
    }
    return rows
  }

  private func cell(_ sign: Sign, _ word: String) -> Line {
    var line = Line(sign.character, sign.role)
    line.append(" \(word)")
    return line
  }

  /// A row of cells, as high as the highest of them.
  private func row(_ label: String, _ cells: (Country) -> [Line]) -> [PaneRow] {
    let columns = countries.map { country -> [Line] in
      let lines = cells(country)
      return (lines.isEmpty ? [Line(language("none reported"), .quiet)] : lines)
        .flatMap { $0.wrapped(to: cellColumns - 2, indent: 2) }
    }
    let height = columns.map(\.count).max() ?? 0
    return (0..<height).map { row in
      var line = Line((row == 0 ? label : "").rightPadded(to: labelColumns), .label)
      for (place, cells) in columns.enumerated() {
        line.append(" ")
        if row < cells.count { line.append(cells[row]) }
        line.pad(to: labelColumns + (place + 1) * cellColumns)
      }
      return PaneRow(line)
    } + [PaneRow(Line())]
  }
}
