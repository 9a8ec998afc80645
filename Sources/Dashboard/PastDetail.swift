import Declaration

extension DetailText {
  /// How many steps of a page's past are told before the command is named that lists all.
  private static let pastLimit = 5

  /// Who changed what in some facts, the newest first.
  ///
  /// - Parameter page: the entry that the page is about, which needs no naming.
  mutating func tellPast(of facts: [FactPath], on page: FactPath) {
    let past = snapshot.dossier.own.past
    let steps = past.steps(on: facts)
    guard !steps.isEmpty else { return }
    heading(language("Who changed what"))
    for step in steps.prefix(DetailText.pastLimit) {
      bullet(snapshot.line(of: step, on: page), sign: Sign.of(step.kind))
    }
    let rest = steps.count - DetailText.pastLimit
    guard rest > 0 || !past.isWhole else { return }
    let command = "ladmp share log \(snapshot.dossier.shortName(of: page))"
    paragraph(
      rest > 0
        ? language("… \(count: rest) more: \(text: command)")
        : language("Earlier ones: \(text: command)"), role: .quiet)
  }
}

extension Snapshot {
  /// A step in a line: `Starts at: 09:00 → 10:00 (Ana Pérez, 24 Nov 2026 09:10 UTC)`.
  ///
  /// - Parameter page: the entry that the line stands under, which needs no naming.
  func line(of step: FactStep, on page: FactPath) -> Line {
    var line = Line("\(name(of: step, on: page))\(language.colon) ", .label)
    line.append(words(of: step))
    let made = step.made.map { DateText.moment($0, in: language) }
    let facts = [step.author, made].compactMap(\.self).joined(separator: ", ")
    if !facts.isEmpty { line.append(" (\(facts))", .quiet) }
    return line
  }

  fileprivate func name(of step: FactStep, on page: FactPath) -> String {
    if step.path.tokens.first == "notes" {
      return step.about == page || step.path == page
        ? language("Note") : language("Note on \(name: name(of: step.about))")
    }
    let label = step.path.editable == page ? label(of: step.path, in: page) : nil
    return label ?? name(of: step.path).capitalizedFirst
  }

  /// What was done in a step: `09:00 → 10:00`, `added`, `settled as 10:00 (10:00, 09:00)`.
  func words(of step: FactStep) -> Line {
    let (before, now) = (step.before.map(shortened), step.now.map(shortened))
    let nothing = language("nothing")
    switch step.kind {
    case .settled where before == nil: return Line(language("settled: it stays"))
    case .settled:
      return Line(
        language("settled as \(text: now ?? nothing); the versions were \(list: before ?? "")"))
    case .hidden: return Line(language.text(step.kind.rawValue))
    case .deleted:
      return Line(before.map { language("deleted, was \(text: $0)") } ?? language("deleted"))
    case .added: return Line(now ?? language.text(step.kind.rawValue))
    case .changed:
      var line = Line(before ?? nothing)
      // In a piece of its own it is told from an arrow in somebody's text.
      line.append(" → ", .quiet)
      line.append(now ?? nothing)
      return line
    }
  }

  /// Long values would hide the others.
  private func shortened(_ text: String) -> String {
    text.count <= 80 ? text : text.prefix(79) + "…"
  }
}

/// What was done to a fact, as plain text.
public enum PastText {
  /// A fact as people call it, and its place in the record: `Lima 6 Oct 2022, host
  /// (/meetings/lima-2022/host)`.
  public static func name(of fact: FactPath, in dossier: Dossier) -> String {
    "\(dossier.asOf(dossier.days.last ?? dossier.startDay).name(ofAny: fact)) (\(fact))"
  }

  /// What steps did that were done as one, a line a fact: `Due: Sep 2024 → Jan 2025`.
  ///
  /// - Parameter limit: how many are told; an import has thousands.
  public static func lines(
    of steps: [FactStep], atMost limit: Int, in snapshot: Snapshot
  ) -> [String] {
    let pages = Set(steps.map { $0.about.editable ?? $0.about.entry })
    let page = pages.count == 1 ? pages.first : nil
    return steps.prefix(limit).map { step in
      "\(snapshot.name(of: step, on: page ?? FactPath())): \(snapshot.words(of: step).text)"
    }
  }

  /// What became of a fact and of what is in it, the newest first, each step with its words:
  /// `Starts at: 09:00 → 10:00`.
  public static func steps(
    on fact: FactPath, in past: FactPast, of dossier: Dossier
  ) -> [(step: FactStep, words: String)] {
    let snapshot = dossier.asOf(dossier.days.last ?? dossier.startDay)
    let subject = fact.tokens.count == 2 ? Subject(path: fact) : nil
    let facts = subject.map(dossier.entries(of:)) ?? [fact]
    let page = fact.editable ?? fact.entry
    return past.steps(on: facts + [fact]).map { step in
      (step, "\(snapshot.name(of: step, on: page)): \(snapshot.words(of: step).text)")
    }
  }
}

extension Dossier {
  /// How a person names an entry in a command: by its id where no other entry has it.
  func shortName(of entry: FactPath) -> String {
    guard entry.tokens.count == 2, paths(named: entry.tokens[1]) == [entry] else {
      return entry.description
    }
    return entry.tokens[1]
  }
}

extension Sign {
  static func of(_ kind: FactStep.Kind) -> Sign {
    switch kind {
    case .added: .added
    case .changed, .settled: .changed
    case .hidden, .deleted: .hidden
    }
  }
}
