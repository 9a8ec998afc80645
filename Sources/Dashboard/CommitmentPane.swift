import Declaration

/// In which order the commitments stand.
public enum CommitmentOrder: String, CaseIterable, Sendable {
  case date, country, pillar, amount
}

/// The commitments that filter and narrowing leave, a row each, with totals that never add
/// unlike units.
struct CommitmentPane {
  let state: DashboardState
  private var language: Language { state.language }
  let inside: Rectangle

  /// Rows from which the totals are given by pillar.
  private static let rowsForPillars = 30

  var content: PaneContent {
    let places = state.listing.commitments
    let columns = inside.columns
    var content = PaneContent(
      title: title, rowCount: places.count,
      row: { PaneRow(row(of: state.snapshot.commitments[places[$0]]), entry: $0) })
    content.selection = state.selectedIndex(in: .commitments).map { $0..<($0 + 1) }
    content.showFilter(of: .commitments, in: state, columns: columns, hits: places.count)
    content.heads += totals.flatMap { $0.wrapped(to: columns, indent: 11).prefix(2) }
    content.heads.append(head)
    content.legend = Line(
      language(
        "\(key: state.label(.sort)) sorts, now by \(name: language.text(state.order.rawValue))"),
      .quiet)
    content.emptyText = state.emptyText(
      for: .commitments, nothing: nothing,
      fields: language(
        "words and country: region: pillar: package: state: unit: amount:>10M due:<2024")
    ).flatMap { $0.wrapped(to: columns) }
    return content
  }

  private var title: Line {
    let shown = Figures.grouped(state.listing.commitments.count, in: language)
    let all = Figures.grouped(state.snapshot.commitments.count, in: language)
    return Line(language("Commitments \(figure: shown) of \(text: all)"), .title)
  }

  /// Why there is none, where no filter is to blame.
  private var nothing: String {
    guard !state.trail.isEmpty, !state.snapshot.commitments.isEmpty else {
      return language("No commitment was known on this day.")
    }
    let names = state.trail.map { state.name(of: $0) }.joined(separator: " › ")
    return language(
      "No commitment known on this day is of \(list: names). \(key: state.label(.back)) in the lists widens them."
    )
  }

  private var totals: [Line] {
    var lines = [line(language("Total"), state.listing.totals)]
    if inside.rows >= CommitmentPane.rowsForPillars {
      for (place, pillar) in state.dossier.pillars.enumerated() {
        let totals = state.listing.totalsByPillar[place]
        if !totals.sums.isEmpty {
          lines.append(line(language("Pillar \(number: pillar.number)"), totals))
        }
      }
    }
    return lines
  }

  private func line(_ label: String, _ totals: Totals) -> Line {
    var line = Line(" " + label.rightPadded(to: 10), .label)
    let sums = totals.sums.map { Figures.amount($0, in: language) }
    line.append(sums.isEmpty ? language("no figures") : sums.joined(separator: ", "))
    return line
  }

  /// Cells for the longest word of a state and a blank.
  private static let stateColumns = 13

  /// Cells for the figure; none when the pane is narrow. In English there is no “de” in it.
  private var amountColumns: Int { inside.columns >= 60 ? (language == .en ? 20 : 25) : 0 }

  private var head: Line {
    var line = Line(language("  Announced who  pillar"), .quiet).truncated(to: 23)
    line.pad(to: 23)
    if amountColumns == 0 {
      line.append(" ")
    } else {
      line.append(language("Figure").leftPadded(to: amountColumns - 1) + " ", .quiet)
    }
    line.append(language("State").rightPadded(to: CommitmentPane.stateColumns), .quiet)
    line.append(language("What"), .quiet)
    return line
  }

  private func row(of commitment: Commitment) -> Line {
    let snapshot = state.snapshot
    var line = state.snapshot.ownMark(of: .commitment(commitment.id))
    line.append(
      DateText.column(commitment.announced, in: language).leftPadded(to: 10) + " ", .quiet)
    line.append(commitment.country.rightPadded(to: 4))
    let package = snapshot.package(of: commitment).map { "/\($0.id)" } ?? ""
    line.append("\(commitment.pillar)\(package)".rightPadded(to: 6), .quiet)
    let isDisputed = snapshot.isDisputed(FactPath("commitments", commitment.id))
    line.append(isDisputed ? Sign.disputed.character : " ", .disputed)
    if amountColumns == 0 {
      line.append(" ")
    } else {
      let amount = commitment.amount.map { Figures.amount($0, in: language) } ?? ""
      line.append(amount.leftPadded(to: amountColumns - 1) + " ", .heading)
    }
    let step = commitment.step(asOf: snapshot.day)
    let state = step.map { language.text($0.state.rawValue) } ?? Sign.notReported.word(in: language)
    line.append(
      state.rightPadded(to: CommitmentPane.stateColumns),
      step?.state == .lapsed ? .declined : step?.state == .done ? .present : .quiet)
    line.append(language.partLead(of: commitment), .quiet)
    line.append(commitment.text[language])
    return line
  }
}
