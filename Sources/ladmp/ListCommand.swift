import ArgumentParser
import Dashboard
import Declaration
import Query
import Registers
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a list command lists.
protocol ListSubject {
  static var kind: RegisterKind { get }
  static var abstract: String { get }
  /// What its query can ask for.
  static var queryHelp: String { get }
  static var formats: [ListFormat] { get }
}

extension ListSubject {
  static var queryHelp: String { "Words that all have to occur; -- before one with a minus." }
  static var formats: [ListFormat] { ListFormat.allCases.filter { $0 != .ics } }
}

/// Prints the entries of a collection that a query leaves.
struct ListCommand<Subject: ListSubject>: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: Subject.kind.rawValue, abstract: Subject.abstract,
      discussion: """
        Columns: \(Subject.kind.columnNames.joined(separator: ", ")).
        A table and Markdown have those that people want first, the other formats all of them. \
        Where nothing is reported JSON has null, CSV and TSV have an empty value. \
        Exit code 1: nothing matched.
        """)
  }

  @Option(help: "How it is written. (default: table)")
  var format: FormatOfList<Subject>?

  private var chosenFormat: ListFormat {
    let usual = Configuration.users[.format].flatMap { FormatOfList<Subject>(argument: $0) }
    return (format ?? usual)?.format ?? .table
  }

  @Option(
    help: ArgumentHelp("Only these, in this order.", valueName: "column,..."),
    completion: .columns(of: Subject.kind))
  var columns: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Sorts the rows by it; -column sorts down.", valueName: "column"),
    completion: .order(of: Subject.kind))
  var sort: String?

  @Option(help: ArgumentHelp("How many rows at most.", valueName: "number"))
  var limit: Int?

  @Flag(name: [.customShort("0"), .customLong("null")], help: "Only the ids, a NUL after each.")
  var endsInNull = false

  @Flag(help: "Only how many there are.")
  var count = false

  @OptionGroup var record: RecordOptions

  @Argument(help: ArgumentHelp(Subject.queryHelp), completion: .query(of: Subject.kind))
  var query: [String] = []

  private var chosen: [String]? {
    columns?.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  }

  private var order: (column: String, isDescending: Bool)? {
    sort.map { $0.hasPrefix("-") ? (String($0.dropFirst()), true) : ($0, false) }
  }

  func validate() throws {
    let names = Subject.kind.columnNames
    for name in (chosen ?? []) + [order?.column].compactMap({ $0 }) where !names.contains(name) {
      throw ValidationError(
        "There is no column “\(name.visible)”, but \(names.joined(separator: ", ")).")
    }
    if let limit, limit < 1 { throw ValidationError("--limit is a number from 1 on.") }
    if endsInNull, count { throw ValidationError("--null and --count exclude each other.") }
  }

  func run() throws {
    let snapshot = record.snapshot(
      forPrograms: chosenFormat.table.map { !$0.isForPeople } ?? false)
    let query = Query(self.query.joined(separator: " "))
    var register = snapshot.register(of: Subject.kind, matching: query)
    guard register.faults.isEmpty else {
      Output.fail(register.faults.map { "ladmp: \($0.message)" }, code: .validationFailure)
    }
    if let order { register.sort(by: order.column, descending: order.isDescending) }
    if let limit { register.limit(to: limit) }
    var output = BufferedOutput()
    if count {
      output.write("\(register.count)\n")
    } else if endsInNull {
      for row in 0..<register.count { output.write("\(register.id(ofRow: row))\0") }
    } else {
      write(&register, of: snapshot, to: &output)
    }
    output.flush()
    guard register.count > 0 else {
      if !count { Output.warn("ladmp: \(nothing(on: snapshot.day, query))") }
      throw ExitCode(1)
    }
  }

  private func write(
    _ register: inout Register, of snapshot: Snapshot, to output: inout BufferedOutput
  ) {
    guard let table = chosenFormat.table else {
      let meetings = (0..<register.count).compactMap {
        snapshot.dossier.meeting(register.id(ofRow: $0))
      }
      if !meetings.isEmpty { output.write(MeetingCalendar(meetings, in: snapshot).text) }
      return
    }
    if let chosen { register.choose(chosen) } else if table.isForPeople { register.chooseUsual() }
    register.write(
      as: table, columns: TerminalSession.size?.columns, isForTerminal: isatty(STDOUT_FILENO) != 0,
      to: &output)
  }

  private func nothing(on day: Day, _ query: Query) -> String {
    let entries = Subject.kind.rawValue
    if query.isEmpty { return "there are no \(entries) as of \(day)." }
    let nothing = "no \(entries) match “\(query.text)” as of \(day)"
    let knowsFields = [.countries, .commitments].contains(Subject.kind)
    guard !knowsFields, let field = query.firstField else { return "\(nothing)." }
    return "\(nothing); countries and commitments have fields such as \(field):, "
      + "\(entries) are searched by words alone."
  }
}
