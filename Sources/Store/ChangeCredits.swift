import Declaration

/// On what the user's changes of a collection's entries rest: where a source of the edition says
/// something else, it is not to answer for what stands there now.
struct ChangeCredits {
  private typealias Credit = (way: [String], sources: [String])

  private var byEntry: [String: [Credit]] = [:]

  /// - Parameters:
  ///   - marks: the changes of the store, by their pointers.
  ///   - ids: the entries that the store changes.
  ///   - isSource: whether a source is in the record.
  init(
    _ marks: JSONMembers?, in collection: String, ids: Set<String>,
    where isSource: (String) -> Bool
  ) {
    guard let marks, !ids.isEmpty else { return }
    for (pointer, mark) in marks {
      guard let pointer = pointer.string, pointer.hasPrefix("/\(collection)/"),
        let tokens = FactPath(pointer: pointer)?.tokens, tokens.count > 2, ids.contains(tokens[1]),
        collection != RecordCollection.meetings.rawValue || tokens.count > 3 || tokens[2] == "date"
      else { continue }
      let sources = (mark["sources"]?.elements.compactMap(\.string) ?? []).filter(isSource)
      guard !sources.isEmpty else { continue }
      byEntry[tokens[1], default: []].append((Array(tokens.dropFirst(2)), sources))
    }
  }

  /// An entry whose changed parts name first what the changes rest on. A part of which the user
  /// chose the sources keeps them.
  ///
  /// - Parameter change: the entry in the store.
  func credited(_ entry: RecordValue, id: String, change: RecordValue) -> RecordValue {
    (byEntry[id] ?? []).reduce(entry) { entry, credit in
      guard let now = entry.value(at: credit.way), now["sources"] == nil else { return entry }
      // Parts that have sources of their own say themselves on what they rest.
      guard now.elements?.contains(where: { $0["sources"] != nil }) != true else { return entry }
      var holder = credit.way.dropLast()
      while entry.value(at: holder)?["sources"]?.elements == nil {
        guard holder.popLast() != nil else { return entry }
      }
      let place = holder + ["sources"]
      guard change.value(at: place) == nil, let present = entry.value(at: place)?.elements else {
        return entry
      }
      let sources = credit.sources.map(RecordValue.text)
      return entry.setting(.list(sources + present.filter { !sources.contains($0) }), at: place)
    }
  }
}
