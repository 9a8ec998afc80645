import Declaration

/// A form: a row a line, and under the one that is typed in what is expected there.
struct FormView {
  let form: EntryForm
  let dossier: Dossier
  private var language: Language { dossier.language }
  let columns: Int

  /// Rows of the list to choose from.
  private static let candidateRows = 6

  /// Cells for the labels, the mark before them among them.
  private var labelColumns: Int { min(max(10, columns * 2 / 5), 30) }

  var content: SheetView.Content {
    var rows: [PaneRow] = []
    var selection = 0..<0
    for (shown, place) in form.shownPlaces.enumerated() {
      let row = form.rows[place]
      let start = rows.count
      rows.append(PaneRow(line(of: row, isFocused: place == form.focus), entry: shown))
      guard place == form.focus else { continue }
      rows += under(row).map { PaneRow($0) }
      selection = start..<rows.count
    }
    var pane = PaneContent(title: Line(form.title), rows: rows)
    pane.selection = selection
    pane.legend = legend
    let column = labelColumns + window(of: form.focused).cursor
    return SheetView.Content(
      pane: pane, cursor: (selection.lowerBound, column), marksSelection: false)
  }

  private var legend: Line {
    let changed = form.rows.count { $0.isTouched }
    return changed == 0
      ? Line() : Line("\(Sign.changed.character) \(language("typed: \(count: changed)"))", .quiet)
  }

  private func window(of row: FormRow) -> (text: String, cursor: Int) {
    row.editor.window(cells: columns - labelColumns)
  }

  private func line(of row: FormRow, isFocused: Bool) -> Line {
    let isWrong = row.problem(in: dossier) != nil || form.wasTried && form.isMissing(row)
    var line = Line()
    if isWrong {
      line.append("!", .warning)
    } else {
      line.append(row.isTouched ? Sign.changed.character : " ", Sign.changed.role)
    }
    line.append(
      Line(row.label(in: language), isFocused ? .heading : .label).truncated(to: labelColumns - 2))
    line.pad(to: labelColumns)
    if row.editor.text.isEmpty, form.isNeeded(row) {
      if !isFocused { line.append(language("needed"), isWrong ? .warning : .notReported) }
    } else if isFocused {
      line.append(window(of: row).text, .input)
    } else {
      line.append(
        Line(row.editor.text, isWrong ? .warning : .plain).truncated(to: columns - labelColumns))
    }
    return line
  }

  /// What is expected or wrong, what ids stand for, and what there is to choose from.
  private func under(_ row: FormRow) -> [Line] {
    let completion = FormCompletion(row, in: dossier)
    let indent = min(labelColumns, 4)
    var lines: [Line] = []
    func add(_ text: String, _ role: Role) {
      let line = Line(String(repeating: " ", count: indent) + text, role)
      lines += line.wrapped(to: columns, indent: indent)
    }
    if let problem = row.problem(in: dossier) {
      add(language.sentence(of: problem, in: row.kind), .warning)
    } else if form.wasTried, form.isMissing(row) {
      add(language("\(name: row.label(in: language)) can't stay empty"), .warning)
    } else {
      let name = row.label(in: language)
      let label = name.cellWidth > labelColumns - 2 ? "\(name): " : ""
      let need = form.isNeeded(row) ? "" : language(", or nothing")
      add("\(label)\(language.expectation(of: row.kind))\(need)", .quiet)
    }
    if let meaning = completion.meaning { add(meaning, .quiet) }
    return lines + candidates(completion, indent: indent)
  }

  /// The part of the list to choose from that has the marked entry in it.
  private func candidates(_ completion: FormCompletion, indent: Int) -> [Line] {
    let all = completion.candidates
    let marked = min(form.candidate, all.count - 1)
    let start = max(0, marked - FormView.candidateRows + 1)
    var lines = all.enumerated().dropFirst(start).prefix(FormView.candidateRows).map {
      place, candidate -> Line in
      var line = Line(String(repeating: " ", count: indent))
      line.append(place == marked ? "› " : "  ", .key)
      line.append(candidate.text, place == marked ? .key : .plain)
      if !candidate.name.isEmpty { line.append("  \(candidate.name)", .quiet) }
      return line.truncated(to: columns)
    }
    let rest = all.count - start - lines.count
    if rest > 0 {
      lines.append(
        Line(
          String(repeating: " ", count: indent + 2) + language("and \(count: rest) more"), .quiet))
    }
    return lines
  }
}
