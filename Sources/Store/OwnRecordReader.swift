import Declaration

/// Gathers what the user added or changed from the store, for the dossier.
struct OwnRecordReader {
  private let merged: MergedRecord
  private var rejected: [RejectedEntry]

  init(_ merged: MergedRecord, rejected: [RejectedEntry]) {
    (self.merged, self.rejected) = (merged, rejected)
  }

  mutating func ownRecord() -> OwnRecord {
    guard merged.own != nil else { return OwnRecord() }
    let (notes, bookmarks, conflicts) = (notes(), bookmarks(), conflicts())
    return OwnRecord(
      notes: notes, bookmarks: bookmarks, changes: changes(), conflicts: conflicts,
      rejected: rejected)
  }

  private mutating func entries(of collection: StoreCollection) -> [(id: String, value: JSONValue)]
  {
    guard let found = merged.own?[collection.rawValue] else { return [] }
    if let fault = found.faultOfNoCollection(collection.rawValue) {
      rejected.append(
        RejectedEntry(path: FactPath(collection.rawValue), fault: fault.description))
    }
    return found.members.map { ($0.name.string ?? "", $0.value) }
  }

  private mutating func reject(
    _ collection: StoreCollection, _ id: String, _ value: JSONValue, _ problem: String,
    expected: String
  ) {
    rejected.append(
      RejectedEntry(
        path: FactPath(collection.rawValue, id),
        fault: value.fault(problem, expected: expected).description))
  }

  private mutating func notes() -> [Note] {
    var notes: [Note] = []
    for (id, value) in entries(of: .notes) where value.kind != .null {
      guard let text = value["text"]?.string, let pointer = value["about"]?.string,
        let about = pointer.isEmpty ? FactPath() : FactPath(pointer: pointer)
      else {
        reject(
          .notes, id, value, "notes/\(id) is not a note",
          expected: "a “text”, and in “about” a pointer such as /countries/PE")
        continue
      }
      notes.append(
        Note(
          id: id, about: about, text: text, written: value["written"]?.string ?? "",
          author: StoreWriter.author(of: value["by"]?.string)))
    }
    return notes.sorted { ($0.written, $0.id) < ($1.written, $1.id) }
  }

  private mutating func bookmarks() -> [FactPath] {
    var bookmarks: [FactPath] = []
    for (pointer, value) in entries(of: .bookmarks) where value.kind != .null {
      guard let path = FactPath(pointer: pointer) else {
        reject(
          .bookmarks, pointer, value, "“\(pointer)” is no place in the record",
          expected: "a pointer such as /countries/PE")
        continue
      }
      bookmarks.append(path)
    }
    return bookmarks.sorted { $0.description < $1.description }
  }

  private mutating func conflicts() -> [OwnConflict] {
    var conflicts: [OwnConflict] = []
    var marks: [(path: FactPath, mark: JSONValue)]?
    for (pointer, value) in entries(of: .conflicts) where value.kind != .null {
      guard let path = FactPath(pointer: pointer),
        let sides = value["sides"]?.elements, sides.count > 1
      else {
        reject(
          .conflicts, pointer, value, "“\(pointer)” is no conflict",
          expected: "a pointer, and at least two “sides”")
        continue
      }
      let values = sides.map { $0["value"]?.recordValue }
      // Where a side took the entry away, it is asked because of whoever changed it last.
      var last: JSONValue?
      if let kept = values[0], kept.fields != nil, values.contains(where: { $0 == nil }) {
        let known = marks ?? self.marks()
        marks = known
        last =
          known.filter { path.leads(to: $0.path) }
          .max { OwnRecordReader.isEarlier($0, $1) }?.mark
      }
      conflicts.append(
        OwnConflict(
          path: path,
          sides: zip(sides, values).enumerated().map { place, version in
            let mark = place == 0 ? last ?? version.0 : version.0
            return OwnConflict.Side(
              who: StoreWriter.name(of: mark["by"]?.string),
              value: version.1?.inLine, made: mark["made"]?.string,
              sources: mark["sources"]?.elements.compactMap(\.string) ?? [])
          }))
    }
    return conflicts.sorted { $0.path.description < $1.path.description }
  }

  /// Who changed what, by the places of the facts.
  private mutating func marks() -> [(path: FactPath, mark: JSONValue)] {
    entries(of: .changes).compactMap { pointer, value in
      FactPath(pointer: pointer).map { ($0, value) }
    }
  }

  /// Of two marks of one second the one of a field was made later: an entry is added first.
  private static func isEarlier(
    _ one: (path: FactPath, mark: JSONValue), _ other: (path: FactPath, mark: JSONValue)
  ) -> Bool {
    (one.mark["made"]?.string ?? "", one.path.tokens.count)
      < (other.mark["made"]?.string ?? "", other.path.tokens.count)
  }

  // MARK: Changes

  private mutating func changes() -> [OwnChange] {
    let marks = Dictionary(entries(of: .changes)) { first, _ in first }
    var changes: [OwnChange] = []
    for collection in RecordCollection.allCases {
      guard let own = merged.own?[collection.rawValue] else { continue }
      let edition = merged.editionEntries(changedBy: own, in: collection)
      for (name, value) in own.members {
        let path = FactPath(collection.rawValue, name.string ?? "")
        for difference in EntryDifference.all(
          at: path, patch: value, edition: edition[path.tokens[1]])
        {
          // Not even the pointer is made where there is nothing to find.
          let mark = marks.isEmpty ? nil : marks[difference.path.description]
          changes.append(
            OwnChange(
              kind: difference.kind, path: difference.path, made: mark?["made"]?.string,
              sources: mark?["sources"]?.elements.compactMap(\.string) ?? [],
              before: difference.kind == .hidden
                ? difference.before?.entryLine : difference.before?.inLine,
              now: difference.now?.inLine,
              author: StoreWriter.author(of: mark?["by"]?.string)))
        }
      }
    }
    return changes
  }
}

/// A collection that only a store has.
enum StoreCollection: String, CaseIterable {
  case notes, bookmarks, changes, conflicts
}

extension RecordValue {
  /// An entry in a line that people read: what it is called or says, else all of it.
  var entryLine: String {
    ["title", "text", "about", "name"].lazy.compactMap { self[$0]?.inLine }.first ?? inLine
  }

  /// The value in a line that people read.
  public var inLine: String {
    switch self {
    case .null: "nothing"
    case .flag(let flag): flag ? "yes" : "no"
    case .number(let literal): literal
    case .text(let text): text.split(whereSeparator: \.isNewline).joined(separator: " ")
    case .list(let elements): elements.map(\.inLine).joined(separator: ", ")
    case .entry(let fields):
      fields["en"]?.text
        ?? fields.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.inLine)" }
        .joined(separator: ", ")
    }
  }
}
