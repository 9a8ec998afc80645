import Declaration

/// A difference between an entry of the edition and the user's, as finely as it is marked: an entry
/// that was added or hidden, or a field that was changed.
struct EntryDifference: Hashable {
  let kind: OwnChange.Kind
  let path: FactPath
  /// What the edition has; nil for what was added.
  let before: RecordValue?
  /// What the record has now; nil for what was added as a whole, and for what is hidden.
  let now: RecordValue?

  /// The differences that a patch of an entry makes.
  static func all(at path: FactPath, patch: JSONValue, edition: JSONValue?) -> [EntryDifference] {
    guard edition != nil || patch.kind != .null else { return [] }
    guard let edition else {
      return [EntryDifference(kind: .added, path: path, before: nil, now: nil)]
    }
    return all(at: path, patch: patch.recordValue, edition: edition.recordValue)
  }

  /// The differences that a patch of an entry makes; a nil patch makes none.
  static func all(
    at path: FactPath, patch: RecordValue?, edition: RecordValue?
  ) -> [EntryDifference] {
    guard let patch, edition != nil || patch != .null else { return [] }
    guard let edition, edition != .null else {
      return [EntryDifference(kind: .added, path: path, before: nil, now: nil)]
    }
    guard case .entry(let fields) = patch else {
      return patch == .null
        ? [EntryDifference(kind: .hidden, path: path, before: edition, now: nil)] : []
    }
    let byCountry = RecordCollection.fields(of: path)?.filter(\.isByCountry).map(\.name) ?? []
    return fields.sorted { $0.key < $1.key }.flatMap { name, change -> [EntryDifference] in
      let field = FactPath(path.tokens + [name])
      if byCountry.contains(name), case .entry(let countries) = change {
        return countries.sorted { $0.key < $1.key }.flatMap { code, change in
          all(at: FactPath(field.tokens + [code]), patch: change, edition: edition[name]?[code])
        }
      }
      let now = change == .null ? nil : MergePatch.apply(change, to: edition[name])
      return [EntryDifference(kind: .changed, path: field, before: edition[name], now: now)]
    }
  }
}
