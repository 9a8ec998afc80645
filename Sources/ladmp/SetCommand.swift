import ArgumentParser
import Declaration
import Store

/// Changes fields of the record.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change a field of something in the record.",
    discussion: """
      Fields are named as in the record: date, title, title.es, agenda.0, states.1.since, \
      attendance.PE.status. An empty value takes a field away. Fields that need each other are \
      set at once:
        ladmp set lima-2022 date 2022-10-07 --source lo-2022
        ladmp set bz-2022-06-10-1 amount=500 unit=people
      """)

  @OptionGroup var change: StoreChange

  @Option(
    help: ArgumentHelp(
      "A source of the change; may be given several times. (default: own-knowledge)",
      valueName: "id"), completion: .sources)
  var source: [String] = []

  @Argument(
    help: "A country, a meeting, an id, or a pointer such as /pillars/2.", completion: .things)
  var thing: String

  @Argument(help: ArgumentHelp("A field and its value, or field=value.", valueName: "field"))
  var fields: [String]

  /// The language of a text.
  private var lang: Language? { change.record.choice.lang }

  /// A field of an entry, and what may stand there.
  private struct Place {
    let path: FactPath
    let tokens: [String]
    let kind: RecordField.Kind
  }

  func run() throws {
    var ledger = change.ledger()
    let sources = source.isEmpty ? [Source.ownKnowledge] : source
    for id in sources where !ledger.dossier.contains(id, in: .sources) {
      Output.misuse("“\(id)” is no source of the record; “ladmp add source” makes one")
    }
    let thing = change.path(named: thing, in: ledger)
    var parts: [(path: FactPath, base: RecordValue?, value: RecordValue)] = []
    var (names, stated) = ([String](), [FactPath]())
    for (name, typed) in pairs() {
      let place = place(of: name, in: thing, ledger)
      let value = change.value(of: typed, place.kind, called: name, in: ledger.dossier)
      // Without a language, taking a text away takes its translations too.
      let isWhole =
        value == nil && place.kind == .wording && lang == nil
        && !name.hasSuffix(".en") && !name.hasSuffix("/en") && place.tokens.last == "en"
      let tokens = isWhole ? Array(place.tokens.dropLast()) : place.tokens
      let index =
        parts.firstIndex { $0.path == place.path } ?? begin(place.path, &parts, ledger)
      guard
        let changed = parts[index].value.putting(
          value, at: tokens, of: place.path)
      else {
        Output.fail(
          ["ladmp: “\(name)” has no element before it; the first is 0"], code: .dataError)
      }
      parts[index].value = changed
      names.append(name)
      stated.append(FactPath(place.path.tokens + tokens))
    }
    let changed = parts.filter { $0.base != $0.value }
    let what = "\(names.joined(separator: ", ")) of \(ledger.dossier.name(of: thing))"
    let open = ledger.dossier.own.conflicts.filter { conflict in
      stated.contains { $0.leads(to: conflict.path) }
    }
    // Whoever gives a field the value that shows has chosen.
    let chosen = open.map(\.path).filter { path in
      !changed.contains { part in
        part.path.leads(to: path)
          && part.base?.value(at: path.tokens.dropFirst(part.path.tokens.count))
            != part.value.value(at: path.tokens.dropFirst(part.path.tokens.count))
      }
    }
    let isChoice = changed.isEmpty && source.isEmpty && !chosen.isEmpty
    for path in chosen {
      let name = isChoice && chosen.count == 1 ? what : ledger.dossier.name(of: path)
      change.ask(.settle(path, side: 0), of: &ledger) { _, _ in
        "Settled: \(name). “ladmp undo” takes it back."
      }
    }
    guard !isChoice else { return }
    // A source that is named for what stands already is the better one.
    guard !changed.isEmpty || !source.isEmpty && thing.tokens[0] != "notes" else {
      return change.say("Nothing to change: \(what) is that already.")
    }
    let amendment = Amendment(
      what, changed.map { Amendment.Part(path: $0.path, base: $0.base, value: $0.value) },
      sources: thing.tokens[0] == "notes" ? [] : sources,
      restated: source.isEmpty ? [] : stated)
    change.ask(.amend(amendment), of: &ledger) { summary, ledger in
      let reason = amendment.sources.isEmpty ? "" : ", by \(sources.joined(separator: ", "))"
      let isSettled = open.contains { !ledger.dossier.own.conflicts.map(\.path).contains($0.path) }
      let choice = isSettled ? " That settles it." : ""
      return "Changed: \(summary)\(reason).\(choice) “ladmp undo” takes it back."
    }
  }

  private func begin(
    _ path: FactPath, _ parts: inout [(path: FactPath, base: RecordValue?, value: RecordValue)],
    _ ledger: Ledger
  ) -> Int {
    let base = ledger.entry(at: path).now
    guard base != nil || path.tokens.count > 2 else {
      let name = ledger.dossier.name(of: path)
      Output.fail(["ladmp: \(name) is not in the record; “ladmp add” makes it"], code: .failure)
    }
    let value = base ?? RecordValue.entry([:]).completed(asNew: path)
    parts.append((path, base, value))
    return parts.count - 1
  }

  /// The fields with what is to stand in them.
  private func pairs() -> [(name: String, typed: String)] {
    if fields.count == 2, !fields[0].contains("=") { return [(fields[0], fields[1])] }
    return fields.map { field in
      guard let pair = FieldPair(field) else {
        Output.misuse("“\(field)” is no field=value; give a field and its value, or such pairs")
      }
      return (pair.name, pair.typed)
    }
  }

  /// The entry and the field in it; of a country, the endorsement's where the country has no such.
  private func place(of name: String, in thing: FactPath, _ ledger: Ledger) -> Place {
    if thing.tokens[0] == "notes" {
      guard name == "text" else { Output.misuse("“\(name)” is no field of a note; there is text") }
      return Place(path: thing, tokens: ["text"], kind: .text)
    }
    let names = name.split(whereSeparator: { $0 == "." || $0 == "/" }).map(String.init)
    var candidates = [thing.editable ?? thing]
    if thing.tokens.count == 2, thing.tokens[0] == RecordCollection.countries.rawValue {
      candidates.append(FactPath(RecordCollection.endorsements.rawValue, thing.tokens[1]))
    }
    for path in candidates {
      let fields = RecordCollection.fields(of: path) ?? []
      let way = names + (lang.map { [$0.rawValue] } ?? [])
      guard let (tokens, kind) = RecordField.path(way, among: fields) else { continue }
      let byCountry = fields.contains { $0.name == tokens[0] && $0.isByCountry }
      guard byCountry else { return Place(path: path, tokens: tokens, kind: kind) }
      return Place(
        path: FactPath(path.tokens + tokens.prefix(2)), tokens: Array(tokens.dropFirst(2)),
        kind: kind)
    }
    misname(name, names, candidates)
  }

  private func misname(_ name: String, _ names: [String], _ candidates: [FactPath]) -> Never {
    let known = candidates.flatMap { RecordCollection.fields(of: $0) ?? [] }
    if let lang,
      candidates.contains(where: { path in
        RecordField.path(names, among: RecordCollection.fields(of: path) ?? []) != nil
      })
    {
      Output.misuse("“\(name)” is not a text that could be in “\(lang.rawValue)”")
    }
    switch known.first(where: { $0.name == names.first })?.kind {
    case .list(let fields):
      let inner = fields.map(\.name).joined(separator: ", ")
      Output.misuse(
        "“\(names[0])” is a list; name a part of an element: \(names[0]).0. and \(inner)")
    case .wordings: Output.misuse("“\(names[0])” is a list; name an element, such as \(names[0]).0")
    case .byCountry(let fields):
      let inner = fields.map(\.name).joined(separator: ", ")
      Output.misuse("“\(names[0])” is by country; name a part: \(names[0]).PE. and \(inner)")
    default: break
    }
    let all = known.map(\.name).reduce(into: [String]()) { names, name in
      if !names.contains(name) { names.append(name) }
    }.joined(separator: ", ")
    Output.misuse("“\(name)” is no field of \(candidates[0]); there are \(all)")
  }
}

/// A field and its value on the command line: `amount=500`.
struct FieldPair {
  let name: String
  let typed: String

  init?(_ text: String) {
    guard let sign = text.firstIndex(of: "="), sign != text.startIndex else { return nil }
    (name, typed) = (String(text[..<sign]), String(text[text.index(after: sign)...]))
  }
}
