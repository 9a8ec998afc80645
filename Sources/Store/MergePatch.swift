import Declaration

/// JSON Merge Patch (RFC 7396): a value that holds only what differs from another.
public enum MergePatch {
  /// The target with a patch laid over it.
  public static func apply(_ patch: RecordValue, to target: RecordValue?) -> RecordValue {
    guard case .entry(let changes) = patch else { return patch }
    var fields = target?.fields ?? [:]
    for (name, change) in changes {
      fields[name] = change == .null ? nil : apply(change, to: fields[name])
    }
    return .entry(fields)
  }

  /// The patch that makes one value of another: `apply(difference(a, b), to: a) == b`.
  ///
  /// A patch can't write null into an entry, where null means that a field is taken away; fields
  /// that are null count as missing.
  public static func difference(from old: RecordValue?, to new: RecordValue) -> RecordValue {
    guard case .entry(let newFields) = new, case .entry(let oldFields) = old else {
      return new.withoutNulls
    }
    var changes: [String: RecordValue] = [:]
    for (name, value) in newFields where value != .null && value != oldFields[name] {
      changes[name] = difference(from: oldFields[name], to: value)
    }
    for (name, _) in oldFields where newFields[name] ?? .null == .null { changes[name] = .null }
    // Fields that differ only in fields that are null do not differ.
    return .entry(
      changes.filter { name, change in
        change != .entry([:]) || oldFields[name]?.fields == nil
      })
  }
}

extension RecordValue {
  /// Without fields that are null, at any depth; lists are left as they are.
  var withoutNulls: RecordValue {
    guard case .entry(let fields) = self else { return self }
    return .entry(fields.filter { $0.value != .null }.mapValues(\.withoutNulls))
  }
}
