import ArgumentParser
import Declaration
import Store

/// Changes a field of the record.
struct SetCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set",
    abstract: "Change a field of something in the record.",
    discussion: """
      Fields are named as in the record: date, title, title.es, agenda.0, states.1.since, \
      attendance.PE.status. An empty value takes a field away.
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

  @Argument(help: "The field.")
  var field: String

  @Argument(help: "What is to stand there.")
  var value: String

  func run() throws {
    var ledger = change.ledger()
    let sources = source.isEmpty ? [Source.ownKnowledge] : source
    for id in sources where !ledger.dossier.contains(id, in: .sources) {
      throw ValidationError("“\(id)” is no source of the record; “ladmp add source” makes one.")
    }
    let (path, tokens, kind) = try place(in: ledger)
    let typed: RecordValue?
    do throws(FieldProblem) {
      typed = try kind.value(of: value, in: ledger.dossier)
    } catch {
      Output.fail(["ladmp: “\(field)” can't be “\(value)”: \(error)"], code: .dataError)
    }
    let base = ledger.entry(at: path).now
    let part = Amendment.Part(
      path: path, base: base,
      value: (base ?? .entry([:])).withEmptyLists(of: path).setting(typed, at: tokens))
    let name = ledger.dossier.name(of: path)
    let amendment = Amendment(
      "\(tokens.joined(separator: ".")) of \(name)", [part], sources: sources)
    change.ask(.amend(amendment), of: &ledger) { summary, _ in
      "Changed: \(summary), by \(sources.joined(separator: ", ")). “ladmp undo” takes it back."
    }
  }

  /// The entry and the field in it; of a country, the endorsement's where the country has no such.
  private func place(
    in ledger: Ledger
  ) throws -> (path: FactPath, tokens: [String], kind: RecordField.Kind) {
    let named = change.path(named: thing, in: ledger)
    let names = field.split(whereSeparator: { $0 == "." || $0 == "/" }).map(String.init)
    var candidates = [named]
    if named.tokens.count == 2, named.tokens[0] == RecordCollection.countries.rawValue {
      candidates.append(FactPath(RecordCollection.endorsements.rawValue, named.tokens[1]))
    }
    for path in candidates {
      let fields = RecordCollection.fields(of: path) ?? []
      guard let (tokens, kind) = RecordField.path(names, among: fields) else { continue }
      let byCountry = fields.contains { $0.name == tokens[0] && $0.isByCountry }
      guard byCountry else { return (path, tokens, kind) }
      return (FactPath(path.tokens + tokens.prefix(2)), Array(tokens.dropFirst(2)), kind)
    }
    let known = candidates.flatMap { RecordCollection.fields(of: $0) ?? [] }.map(\.name)
    throw ValidationError(
      "“\(field)” is no field of \(named); there are \(known.joined(separator: ", ")).")
  }
}
