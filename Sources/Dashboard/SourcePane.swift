import Declaration

/// Disputes and sources: what the record rests on and where that differs.
struct SourcePane {
  let state: DashboardState
  private var language: Language { state.language }
  let columns: Int

  var content: PaneContent {
    let subjects = state.listing.sources
    var content = PaneContent(
      title: title(subjects), rowCount: subjects.count,
      row: { PaneRow(row(of: subjects[$0]), entry: $0) })
    content.selection = state.selectedIndex(in: .sources).map { $0..<($0 + 1) }
    content.showFilter(of: .sources, in: state, columns: columns, hits: subjects.count)
    if let owner = state.sourceOwner {
      content.heads.append(
        Line(" " + language("only the sources of: \(name: state.name(of: owner))"), .input)
          .truncated(to: columns))
    }
    content.emptyText = state.emptyText(
      for: .sources, nothing: language("No source."),
      fields: language("words of titles and publishers.")
    ).flatMap { $0.wrapped(to: columns) }
    return content
  }

  private func title(_ subjects: [Subject]) -> Line {
    let disputes = subjects.count { if case .dispute = $0 { true } else { false } }
    let conflicts = subjects.count { if case .own = $0 { true } else { false } }
    let own = conflicts == 0 ? "" : ", " + language("\(count: conflicts) of your record")
    let sources = subjects.count - disputes - conflicts
    return Line(
      "\(language("Sources")) \(sources), \(Figures.count(disputes, "dispute", in: language))\(own)",
      .title)
  }

  private func row(of subject: Subject) -> Line {
    var line = state.snapshot.ownMark(of: subject)
    switch subject {
    case .own(let entry):
      line = Line(" \(Sign.conflict.character) ", .warning)
      line.append(state.snapshot.line(of: entry))
    case .dispute(let id):
      line.append(Sign.disputed.character, .disputed)
      let dispute = state.dossier.disputes.first { $0.id == id }
      let sides = dispute?.sides(asOf: state.snapshot.day).count ?? 0
      line.append(" " + (dispute?.about[language] ?? id))
      line.append(", \(Figures.count(sides, "side", in: language))", .quiet)
    case .source(let id):
      guard let source = state.dossier.sources[id] else { break }
      line.append(
        DateText.column(source.published, in: language).leftPadded(
          to: DateText.columnWidth(in: language)) + "  ", .quiet)
      line.append(source.title)
      line.append(", \(source.publisher)", .quiet)
    default: break
    }
    return line
  }
}
