import Declaration
import Query

/// The Americas in braille, or where that can't be drawn the countries by subregion.
struct MapPane {
  let state: DashboardState
  private var language: Language { state.language }
  let inside: Rectangle

  private var columns: Int { inside.columns }

  /// The picture where it is drawn at the pane's size.
  private var picture: MapPicture? {
    let (picture, field) = (state.cartography.picture, field)
    let size = Size(columns: field.columns, rows: field.rows)
    return picture?.key.size == size ? picture : nil
  }

  var content: PaneContent {
    let looks = MapLooks(state)
    var content: PaneContent
    if state.listing.countries.isEmpty {
      content = PaneContent(title: title(looks), rows: [])
    } else if let picture {
      content = PaneContent(
        title: title(looks), rowCount: picture.key.size.rows, row: { _ in PaneRow(Line()) })
      content.drawing = drawing(of: picture, brush(looks))
    } else {
      content = list(looks)
    }
    showHeads(in: &content)
    content.legend = looks.legend(columns: columns - 4, withFills: picture != nil)
    content.emptyText = state.emptyText(
      for: .map, nothing: language("No country is left."),
      fields: Query.countryFieldList(in: state.language)
    ).flatMap { $0.wrapped(to: columns) }
    return content
  }

  /// The filter's line, and the selected country's where no detail stands beside the map.
  private func showHeads(in content: inout PaneContent) {
    content.showFilter(of: .map, in: state, columns: columns, hits: state.listing.countries.count)
    if state.layout.panes[.detail] == nil, inside.rows > 4 { content.heads.append(facts) }
  }

  /// The rows above the map.
  private var headCount: Int {
    var content = PaneContent(title: Line(), rows: [])
    showHeads(in: &content)
    return content.heads.count
  }

  /// The cells inside the border that the map has.
  var field: Rectangle {
    let heads = min(headCount, inside.rows)
    return Rectangle(
      column: inside.column, row: inside.row + heads, columns: columns, rows: inside.rows - heads)
  }

  private func title(_ looks: MapLooks) -> Line {
    let region = state.mapRegion.flatMap { state.dossier.region($0)?.name[language] }
    let name = region.map { language("Map: \(name: $0)") } ?? language("Map")
    return Line("\(name), \(looks.title(meetingName: state.shortName))", .title)
  }

  private var selected: Int? {
    guard case .country(let code) = state.selected(in: .map) else { return nil }
    return state.dossier.index(of: code)
  }

  /// The selected country in a line.
  private var facts: Line {
    guard let selected else { return Line() }
    let country = state.dossier.countries[selected]
    let sign: Sign =
      state.snapshot.endorsement(of: country.id) != nil ? .endorsed : .notEndorsed
    var line = Line(" \(country.name[language])", .heading)
    line.append("  \(sign.character) ", sign.role)
    line.append(sign.word(in: language))
    if let meeting = state.facetMeeting {
      let presence = Sign.of(country.id, at: meeting, in: state.snapshot)
      line.append("  \(presence.character) ", presence.role)
      line.append("\(presence.word(in: language)), \(state.shortName(of: meeting))")
    }
    let count = state.snapshot.counts.ofCountry(at: selected)
    line.append("  \(Figures.count(count, "commitment", in: language))", .quiet)
    return line.truncated(to: columns)
  }

  // MARK: Map

  private func brush(_ looks: MapLooks) -> MapBrush {
    let isFocused = state.focus == .map && state.help == nil
    return MapBrush(
      looks: state.dossier.countries.indices.map(looks.look),
      names: state.dossier.countries.map { ($0.id, $0.name[language]) }, selected: selected,
      emphasis: isFocused ? [.selected, .focused] : .selected)
  }

  private func drawing(of picture: MapPicture, _ brush: MapBrush) -> Frame {
    var frame = Frame(size: picture.key.size)
    for row in 0..<picture.key.size.rows { frame.put(self.row(row, of: picture, brush), row: row) }
    return frame
  }

  private func row(_ row: Int, of picture: MapPicture, _ brush: MapBrush) -> [Cell] {
    var cells = brush.row(row, of: picture.main)
    if let inset = picture.inset {
      let width = inset.sheet.size.columns
      if row == inset.row {
        cells.replaceSubrange(0...width, with: insetTop(columns: width))
      } else if row > inset.row {
        cells.replaceSubrange(0..<width, with: brush.row(row - inset.row - 1, of: inset.sheet))
        cells[width] = Cell("│", Style(.border))
      }
    }
    return cells
  }

  private func insetTop(columns: Int) -> [Cell] {
    let name = " \(language("Central America and the Caribbean")) "
    let title = columns > name.count + 4 ? name : " \(language("Caribbean")) "
    let text = "──\(title)"
    let line = "─".repeated(columns - text.count)
    return (text + line + "╮").map { Cell($0, Style($0 == "─" || $0 == "╮" ? .border : .quiet)) }
  }

  // MARK: List

  private func list(_ looks: MapLooks) -> PaneContent {
    var rows: [PaneRow] = []
    var region: RegionID?
    for (entry, place) in state.mapOrder.enumerated() {
      let country = state.dossier.countries[place]
      if country.region != region {
        region = country.region
        let name = state.dossier.region(country.region)?.name[language] ?? country.region
        rows.append(PaneRow(Line(" \(name)", .heading)))
      }
      let look = looks.look(of: place)
      var line = Line("  ")
      line.append(look.sign, look.role)
      line.append(" \(country.id) ", .quiet)
      line.append(country.name[language].rightPadded(to: 25))
      line.append(looks.words(on: place), look.role)
      rows.append(PaneRow(line, entry: entry))
    }
    return PaneContent(
      title: title(looks), rows: rows, selected: state.selectedIndex(in: .map))
  }
}
