import ArgumentParser
import Declaration
import Store

/// Adds an entry to the record.
struct AddCommand: ParsableCommand {
  /// What can be added.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case meeting, commitment, endorsement, attendance, source, context

    /// The entry's path, with an empty id where the store makes one.
    func path(id: String, country: String, meeting: String) -> FactPath {
      switch self {
      case .meeting: FactPath("meetings", id)
      case .commitment: FactPath("commitments", id)
      case .source: FactPath("sources", id)
      case .context: FactPath("context", id)
      case .endorsement: FactPath("endorsements", country)
      case .attendance: FactPath("meetings", meeting, "attendance", country)
      }
    }

    /// What names the entry and is not a field of it.
    var keys: [String] {
      switch self {
      case .endorsement: ["country"]
      case .attendance: ["country", "meeting"]
      case .meeting, .commitment, .source, .context: []
      }
    }
  }

  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: "Add a meeting, commitment, endorsement, attendance, source or context entry.",
    discussion: """
      Fields are given as name=value, named as in the record:
        ladmp add commitment country=PE pillar=2 announced=2022-09-01 text="Ease work visas"
        ladmp add attendance meeting=lima-2022 country=PE status=attended
      Without sources= it rests on own-knowledge.
      """)

  @OptionGroup var change: StoreChange

  @Option(help: "The id of the new entry. (default: one is made)")
  var id: String = ""

  @Argument(help: "What is added.")
  var kind: Kind

  @Argument(help: ArgumentHelp("Its fields.", valueName: "field=value"), completion: .newFields)
  var fields: [String]

  /// The names of the fields of everything that can be added, each once.
  static var fieldNames: [String] {
    let names = Kind.allCases.flatMap { kind in
      kind.keys
        + (RecordCollection.fields(of: kind.path(id: "", country: "", meeting: "")) ?? [])
        .map(\.name)
    }
    return names.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  func run() throws {
    var ledger = change.ledger()
    let (path, value) = try entry(in: ledger.dossier)
    guard path.tokens[1].isEmpty || ledger.entry(at: path).now == nil else {
      throw ValidationError("“\(path)” is in the record already; “ladmp set” changes it.")
    }
    let amendment = Amendment(
      "\(kind.rawValue) added", [Amendment.Part(path: path, base: nil, value: value)])
    change.ask(.amend(amendment), of: &ledger) { _, ledger in
      let made = ledger.lastChanged.first { $0.tokens.first == path.tokens.first }
      let added = path.tokens.contains("") ? made ?? path : path
      return "Added \(added). “ladmp undo” takes it back."
    }
  }

  private func entry(in dossier: Dossier) throws -> (FactPath, RecordValue) {
    let shape = kind.path(id: "", country: "", meeting: "")
    var value = RecordValue.entry([:]).withEmptyLists(of: shape)
    var keys: [String: String] = [:]
    let known = RecordCollection.fields(of: shape) ?? []
    for pair in fields {
      guard let sign = pair.firstIndex(of: "=") else {
        throw ValidationError("“\(pair)” is no field=value.")
      }
      let (name, typed) = (String(pair[..<sign]), String(pair[pair.index(after: sign)...]))
      if kind.keys.contains(name) {
        keys[name] = typed
        continue
      }
      let names = name.split(separator: ".").map(String.init)
      guard let (tokens, kind) = RecordField.path(names, among: known)
      else {
        let names = (self.kind.keys + known.map(\.name)).joined(separator: ", ")
        throw ValidationError(
          "“\(name)” is no field of a \(self.kind.rawValue); there are \(names).")
      }
      do throws(FieldProblem) {
        guard let field = try kind.value(of: typed, in: dossier) else { continue }
        value = value.setting(field, at: tokens)
      } catch {
        Output.fail(["ladmp: “\(name)” can't be “\(typed)”: \(error)"], code: .dataError)
      }
    }
    if known.contains(where: { $0.name == "sources" }), value["sources"] == nil {
      value["sources"] = .list([.text(Source.ownKnowledge)])
    }
    for key in kind.keys {
      let named = keys[key, default: ""]
      guard !named.isEmpty else { throw ValidationError("\(kind.rawValue) needs \(key)=.") }
      let collection: RecordCollection = key == "country" ? .countries : .meetings
      guard let id = dossier.id(named: named, in: collection) else {
        Output.fail(
          ["ladmp: “\(key)” can't be “\(named)”: expected \(FieldText.named(collection))"],
          code: .dataError)
      }
      keys[key] = id
    }
    return (
      kind.path(id: id, country: keys["country"] ?? "", meeting: keys["meeting"] ?? ""), value
    )
  }
}
