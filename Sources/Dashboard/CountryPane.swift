import Declaration
import Query

/// The countries that filter, facet and narrowing leave, a row each.
struct CountryPane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  var content: PaneContent {
    let places = state.listing.countries
    let table = CountryColumns(state.snapshot, columns: columns)
    let selected = state.selectedIndex(in: .countries)
    var content = PaneContent(
      title: title, rowCount: places.count,
      row: { PaneRow(row(of: places[$0], in: table), entry: $0) })
    content.selection = selected.map { $0..<($0 + 1) }
    content.showFilter(of: .countries, in: state, columns: columns, hits: places.count)
    content.heads += facetLines
    content.heads.append(table.head)
    content.legendParts = legend(table, selected: selected.map { places[$0] })
    content.emptyText = emptyText
    return content
  }

  private var showsFilter: Bool { state.showsFilter(in: .countries) }

  private var title: Line {
    let total = state.dossier.countries.count
    let isWhole = !showsFilter && state.facet == nil && state.trail.isEmpty
    let text =
      isWhole
      ? language("Countries \(total: total), \(count: state.snapshot.endorsers.count) endorsed")
      : language("Countries \(count: state.listing.countries.count) of \(total: total)")
    var line = Line(text, .title)
    if state.snapshot.isDisputed(FactPath("endorsements")) {
      line.append(Sign.disputed.character, .disputed)
    }
    return line
  }

  /// What the facet leaves, in words.
  private var facetLines: [Line] {
    let meeting = state.facetMeeting.map(state.shortName) ?? language("a meeting")
    let words: String? =
      switch state.facet {
      case .endorsed: language("endorsed")
      case .attended: language("at \(meeting: meeting)")
      case .without: language("not endorsed, not at \(meeting: meeting)")
      case nil: nil
      }
    return words.map {
      Line(" " + language("only: \(text: $0)"), .input).wrapped(to: columns, indent: 7)
    } ?? []
  }

  /// Rows whose signs are explained.
  private static let explainedRows = 100

  /// The signs in the list with their words, those of the selected row first.
  private func legend(_ table: CountryColumns, selected: Int?) -> [Line] {
    let rows =
      [selected].compactMap { $0 }
      + state.listing.countries.prefix(CountryPane.explainedRows)
    var signs: [Sign] = []
    for row in rows {
      for sign in table.signs(of: state.dossier.countries[row])
      where !signs.contains(where: { $0.character == sign.character }) { signs.append(sign) }
    }
    return signs.map { sign in
      var part = Line(sign.character, sign.role)
      part.append(" \(sign.word(in: language))", .quiet)
      return part
    }
  }

  private var emptyText: [Line] {
    var lines = [Line(language("No country is left."), .plain)]
    if showsFilter {
      lines.append(Line(language("Esc clears the filter."), .quiet))
      lines.append(
        Line(language("Words, and fields: \(list: Query.countryFieldList(in: language))"), .quiet))
    } else if state.facet != nil {
      lines.append(Line(language("Esc takes the last filter back."), .quiet))
    } else {
      lines.append(Line(language("Esc goes a step back."), .quiet))
    }
    return lines.flatMap { $0.wrapped(to: columns - 1) }
  }

  private func row(of place: Int, in table: CountryColumns) -> Line {
    let country = state.dossier.countries[place]
    return table.row(of: country, at: place, name: highlighted(country.name[language]))
  }

  /// The name with the letters marked that the filter found.
  private func highlighted(_ name: String) -> Line {
    Line(name).emphasized(.match, at: state.listing.query.highlights(in: name))
  }
}
