import Declaration

/// What a file asks to be changed, with the place of each part in it.
public struct ImportedParts: Sendable {
  /// Where a part stands in the file.
  enum Place: Sendable {
    case cell(line: Int, column: Int)
    case value(JSONValue)
  }

  /// The file, as the user named it.
  let file: String
  /// The entries that differ from the record, as they are to be.
  public private(set) var parts: [Amendment.Part] = []
  private var places: [Place] = []
  /// How many rows of new entries say what the user has added before.
  public internal(set) var known = 0
  /// How many new entries name no source, and so rest on the user's own knowledge.
  public internal(set) var unsourced = 0
  /// Names in the file that the record has no place for.
  public internal(set) var leftOut: [String] = []

  init(file: String) { self.file = file }

  mutating func add(_ part: Amendment.Part, at place: Place) {
    parts.append(part)
    places.append(place)
  }

  /// Why a rehearsal says that the parts can't be taken, in order of their places in the file.
  public func faults(in rehearsal: Rehearsal) -> [RecordFault] {
    let placed = rehearsal.faults.map { part, fault -> RecordFault in
      guard let part, places.indices.contains(part) else { return fault }
      switch places[part] {
      case .value(let value): return value.fault(fault.problem, expected: fault.expectation)
      case .cell(let line, let column):
        return RecordFault(
          file: file, line: line, column: column, problem: fault.problem,
          expectation: fault.expectation)
      }
    }
    return placed.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }
}
