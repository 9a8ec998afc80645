import Declaration
import Query

/// Countries by action packages: who leads, who takes part, how many commitments, and the gaps.
///
/// The first column and the head stay while the rest scrolls.
struct MatrixPane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  private static let nameColumns = 24
  private static let cellColumns = 5

  private var packages: [ActionPackage] { state.snapshot.packages }

  /// How many packages fit beside the names and the sum.
  private var visible: Int {
    max(1, (columns - nameColumns - MatrixPane.cellColumns) / MatrixPane.cellColumns)
  }

  private var nameColumns: Int { min(MatrixPane.nameColumns, max(8, columns / 3)) }

  /// The first package on screen, so that the selected column is among them.
  private var first: Int {
    max(0, min(state.matrixColumn - visible + 1, packages.count - visible))
  }

  private var shown: Range<Int> { first..<min(packages.count, first + visible) }

  var content: PaneContent {
    let places = state.listing.countries
    let selected = state.selectedIndex(in: .matrix)
    let table = MatrixTable(state.snapshot)
    let isWhole = places.count == state.dossier.countries.count
    var content = PaneContent(
      title: title(without: isWhole ? state.snapshot.commitments.count - table.sum : 0),
      rowCount: places.count,
      row: { PaneRow(row(of: places[$0], in: table, isSelected: $0 == selected), entry: $0) })
    content.selection = selected.map { $0..<($0 + 1) }
    content.showFilter(of: .matrix, in: state, columns: columns, hits: places.count)
    content.heads += [numbers, sums(in: table, of: places)]
    if let package = selectedPackage {
      let title = package.title?[language] ?? language("title not reported")
      content.heads.insert(
        Line(" " + language("Package \(number: package.number), \(title: title)"), .heading)
          .truncated(to: columns),
        at: content.heads.count - 2)
    }
    content.legendParts = legend
    content.emptyText = state.emptyText(
      for: .matrix, nothing: language("No country is left."),
      fields: Query.countryFieldList(in: language)
    ).flatMap { $0.wrapped(to: columns) }
    return content
  }

  /// - Parameter count: the commitments that are in no package, and so in no cell.
  private func title(without count: Int) -> Line {
    let rest =
      count > 0
      ? "\(language.semicolon) "
        + language(
          "\(figure: Figures.count(count, "commitment", in: language)) in no package") : ""
    let whole = Line(language("Matrix, countries by action packages") + rest, .title)
    let room = PaneBorder.titleRoom(columns: columns + 2, number: Pane.matrix.number)
    return whole.width <= room ? whole : Line(language("Matrix") + rest, .title)
  }

  private var selectedPackage: ActionPackage? {
    packages.indices.contains(state.matrixColumn) ? packages[state.matrixColumn] : nil
  }

  /// The most important first.
  private var legend: [Line] {
    var parts: [(sign: String, role: Role, words: String)] = [
      ("L", .present, language("leads")), ("P", .delegate, language("takes part")),
      ("1–9", .heading, language("commitments")), ("!", .warning, language("without any")),
    ]
    if shown.count < packages.count { parts.append(("‹ ›", .key, language("more"))) }
    return parts.map { part in
      var line = Line(part.sign, part.role)
      line.append(" \(part.words)", .quiet)
      return line
    }
  }

  private var numbers: Line {
    var line = Line("   \(language("Package"))", .quiet)
    line.pad(to: nameColumns)
    for place in shown {
      var text = "\(packages[place].number)".leftPadded(to: MatrixPane.cellColumns)
      if place == shown.first, place > 0 {
        line.append("‹", .key)
        text.removeFirst()
      }
      line.append(text, .label, place == state.matrixColumn ? .match : [])
    }
    let hasMore = shown.upperBound < packages.count
    line.append(hasMore ? "›" : " ", .key)
    line.append(language("sum").leftPadded(to: MatrixPane.cellColumns - 1), .quiet)
    return line
  }

  /// The sums of the rows; a package in which no country at all has a commitment is marked.
  private func sums(in table: MatrixTable, of countries: [Int]) -> Line {
    let counts = countries.map(table.counts)
    var line = Line("   \(language("Commitments"))", .quiet)
    line.pad(to: nameColumns)
    for place in shown {
      let isGap = table.commitments(inPackageAt: place) == 0
      let count = counts.reduce(0) { $0 + $1[place] }
      let text = isGap ? "!" : count == 0 ? "·" : "\(count)"
      line.append(text.leftPadded(to: MatrixPane.cellColumns), isGap ? .warning : .quiet)
    }
    let sum = counts.reduce(0) { $0 + $1.reduce(0, +) }
    line.append("\(sum)".leftPadded(to: MatrixPane.cellColumns), .quiet)
    return line
  }

  private func row(of place: Int, in table: MatrixTable, isSelected: Bool) -> Line {
    let country = state.dossier.countries[place]
    let isEndorser = state.snapshot.endorsement(of: country.id) != nil
    let sign: Sign = isEndorser ? .endorsed : .notEndorsed
    let counts = table.counts(ofCountryAt: place)
    let isGap =
      isEndorser && !packages.isEmpty && table.isInNoPackage(country.id)
      && counts.allSatisfy { $0 == 0 }
    var line = state.snapshot.ownMark(of: .country(country.id))
    line.append(sign.character, sign.role)
    line.append(isGap ? "!" : " ", .warning)
    line.append(Line(country.name[language]).truncated(to: nameColumns - 4))
    line.pad(to: nameColumns)
    for column in shown {
      let role = table.role(of: country.id, inPackageAt: column)
      let cell = MatrixPane.cell(role, count: counts[column])
      let isHere = isSelected && column == state.matrixColumn
      line.append(
        cell.text.leftPadded(to: MatrixPane.cellColumns), cell.role,
        isHere ? .match : [])
    }
    let sum = counts.reduce(0, +)
    line.append("\(sum)".leftPadded(to: MatrixPane.cellColumns), sum == 0 ? .quiet : .plain)
    return line
  }

  /// What stands for a country's part in a package and for its commitments there.
  private static func cell(
    _ role: ActionPackage.Role?, count: Int
  ) -> (text: String, role: Role) {
    let number = count > 0 ? "\(count)" : ""
    return switch role {
    case .lead: ("L" + number, .present)
    case .participant: ("P" + number, .delegate)
    case nil: count > 0 ? (number, .heading) : ("·", .quiet)
    }
  }
}
