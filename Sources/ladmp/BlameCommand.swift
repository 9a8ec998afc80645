import ArgumentParser
import Dashboard
import Declaration
import Store

/// Says who last changed what in an entry.
struct BlameCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "blame",
    abstract: "Say who last changed each field of an entry, and when.",
    discussion: """
      Of a country, also its endorsement, and its part in meetings and packages. Names are known in \
      a record that is shared. What nobody changed is the edition's. ≠ marks fields with several \
      versions that are still to be chosen from.
      """)

  @Argument(
    help: "A country, a meeting, an id, or a pointer such as /meetings/lima-2022/attendance/PE.",
    completion: .things)
  var thing: String

  @OptionGroup var record: RecordSource

  /// A fact, who gave it its value, and the value.
  private typealias Row = (name: String, made: String, who: String, value: String)

  func run() throws {
    let ledger = record.readLedger()
    let named = FactPath(pointer: thing) ?? StoreChange.path(named: thing, in: ledger)
    let page = named.editable ?? named.entry
    let facts = BlameCommand.facts(on: page, in: ledger)
    guard !facts.isEmpty else {
      Output.fail(["ladmp: “\(thing)” is not in the record"], code: .failure)
    }
    var signatures: [FactPath: [Signature]] = [:]
    do {
      for entry in Set(facts.map(\.path.entry)) {
        signatures[entry] = try ledger.signatures(of: entry)
      }
    } catch {
      Output.stop(for: error)
    }
    let rows = facts.map { fact -> Row in
      let last = (signatures[fact.path.entry] ?? [])
        .filter { $0.path.leads(to: fact.path) || fact.path.leads(to: $0.path) }
        .max { ($0.made ?? "", $0.path.tokens.count) < ($1.made ?? "", $1.path.tokens.count) }
      let isOpen = ledger.dossier.own.conflicts.contains { fact.path.leads(to: $0.path) }
      return (
        BlameCommand.name(of: fact.path, on: page), last.map { $0.made ?? "no date" } ?? "",
        last.map { $0.author ?? "you" } ?? "edition", (isOpen ? "≠ " : "") + fact.value.inLine
      )
    }
    let widths = [rows.map(\.name), rows.map(\.made), rows.map(\.who)]
      .map { $0.map(\.visible.cellWidth).max() ?? 0 }
    for row in rows {
      let cells = zip([row.name, row.made, row.who], widths).map { text, width in
        let text = text.visible
        return text + String(repeating: " ", count: width - text.cellWidth)
      }
      Output.say((cells + [row.value.visible]).joined(separator: "  ") + "\n")
    }
  }

  /// What a page is made of: its fields, those by country one by one; on a country what stands of it
  /// elsewhere too. Nothing where the record has no such entry.
  private static func facts(
    on page: FactPath, in ledger: Ledger
  ) -> [(path: FactPath, value: RecordValue)] {
    guard let fields = ledger.entry(at: page).now?.fields else { return [] }
    let byCountry = RecordCollection.fields(of: page)?.filter(\.isByCountry).map(\.name) ?? []
    func parts(_ fields: [String: RecordValue], _ path: FactPath) -> [(FactPath, RecordValue)] {
      fields.sorted { $0.key < $1.key }.map { (FactPath(path.tokens + [$0.key]), $0.value) }
    }
    let own = parts(fields, page).flatMap { path, value -> [(FactPath, RecordValue)] in
      guard byCountry.contains(path.tokens.last ?? ""), let countries = value.fields else {
        return [(path, value)]
      }
      return parts(countries, path)
    }
    let subject = page.tokens.count == 2 ? Subject(path: page) : nil
    let others = subject.map { ledger.dossier.entries(of: $0) } ?? []
    return own
      + others.filter { $0 != page }.compactMap { path in
        ledger.entry(at: path).now.map { (path, $0) }
      }
  }

  /// A fact in short on the page of its entry, else as it stands in the record.
  private static func name(of fact: FactPath, on page: FactPath) -> String {
    let isOnPage = fact.tokens.starts(with: page.tokens)
    return fact.tokens.dropFirst(isOnPage ? page.tokens.count : 0).joined(separator: "/")
  }
}
