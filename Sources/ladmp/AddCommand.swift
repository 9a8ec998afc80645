import ArgumentParser
import Declaration
import Store

/// Adds an entry to the record.
struct AddCommand: ParsableCommand {
  /// What can be added.
  enum Kind: String, ExpressibleByArgument, CaseIterable {
    case meeting, commitment, endorsement, attendance, source, context

    /// One of them or several: `meeting` or `meetings`.
    init?(argument: String) {
      let single = Kind(rawValue: argument)
      let plural = argument.hasSuffix("s") ? Kind(rawValue: String(argument.dropLast())) : nil
      guard let kind = single ?? plural else { return nil }
      self = kind
    }

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
    let (path, value) = entry(in: ledger.dossier)
    guard path.tokens[1].isEmpty || ledger.entry(at: path).now == nil else {
      Output.misuse("“\(path)” is in the record already; “ladmp set” changes it")
    }
    let words =
      value["title"]?.text ?? value["title"]?["en"]?.text ?? value["text"]?["en"]?.text
      ?? ledger.dossier.name(of: path)
    let amendment = Amendment(
      "\(kind.rawValue) added: \(words.prefix(60))",
      [Amendment.Part(path: path, base: nil, value: value)])
    change.ask(.amend(amendment), of: &ledger) { _, ledger in
      let made = ledger.lastChanged.first { $0.tokens.first == path.tokens.first }
      let added = path.tokens.contains("") ? made ?? path : path
      return "Added \(added). “ladmp undo” takes it back."
    }
  }

  private func entry(in dossier: Dossier) -> (FactPath, RecordValue) {
    let shape = kind.path(id: "", country: "", meeting: "")
    let known = RecordCollection.fields(of: shape) ?? []
    var (value, keys, seen) = (RecordValue.entry([:]), [String: String](), Set<[String]>())
    for text in fields {
      guard let pair = FieldPair(text) else { Output.misuse("“\(text)” is no field=value") }
      let names = pair.name.split(separator: ".").map(String.init)
      if kind.keys.contains(pair.name) {
        keys[pair.name] = key(pair, dossier)
        continue
      }
      guard let (tokens, fieldKind) = RecordField.path(names, among: known) else {
        let names = (kind.keys + known.map(\.name)).joined(separator: ", ")
        Output.misuse("“\(pair.name)” is no field of a \(kind.rawValue); there are \(names)")
      }
      guard seen.insert(tokens).inserted else { Output.misuse("“\(pair.name)” is given twice") }
      guard let typed = change.value(of: pair.typed, fieldKind, called: pair.name, in: dossier)
      else { continue }
      guard let changed = value.putting(typed, at: tokens, of: shape) else {
        Output.misuse("“\(pair.name)” has no element before it; the first is 0")
      }
      value = changed
    }
    for key in kind.keys where keys[key, default: ""].isEmpty {
      Output.misuse("\(kind.rawValue) needs \(key)=")
    }
    let path = kind.path(id: id, country: keys["country"] ?? "", meeting: keys["meeting"] ?? "")
    return (path, value.completed(asNew: shape))
  }

  /// What names the entry: a country or a meeting, as people name them.
  private func key(_ pair: FieldPair, _ dossier: Dossier) -> String? {
    let collection: RecordCollection = pair.name == "country" ? .countries : .meetings
    return change.value(of: pair.typed, .reference(collection), called: pair.name, in: dossier)?
      .text
  }
}
