import Declaration

/// Tells what was done to each fact between two versions of a store.
public struct FactSteps {
  private var edition: EntryIndex

  /// Steps in stores that are laid over an edition.
  ///
  /// - Throws: ``RecordFaults`` where the edition is no record.
  public init(edition: [UInt8]) throws {
    self.init(over: try Edition.document(edition, file: Edition.builtInName))
  }

  init(over edition: JSONDocument) { self.edition = EntryIndex(edition.root) }

  /// Who made a version of a store, as its commit says.
  public struct Signer {
    let author: String?
    let made: String?
    let commit: String?

    /// Who made a version, when (in seconds since 1970), and the commit's short name.
    public init(author: String?, second: Int? = nil, commit: String? = nil) {
      self.init(author: author, made: second.map(StoreTime.text), commit: commit)
    }

    init(author: String?, made: String?, commit: String?) {
      (self.author, self.made, self.commit) = (author, made, commit)
    }
  }

  /// What was done to the facts between two versions.
  ///
  /// - Parameter signer: who is named where the store itself does not say who did it.
  /// - Throws: ``RecordFaults`` where a version is no store.
  public mutating func steps(
    from old: StoreVersion, to new: StoreVersion, by signer: Signer
  ) throws -> [FactStep] {
    let difference = try StoreDifference(from: old, to: new)
    do {
      var (before, after) = (try StoreSide(old.text()), try StoreSide(new.text()))
      let settled = FactSteps.settled(before, after)
      var steps: [FactStep] = []
      for entry in difference.entries {
        for change in changes(at: entry.path, from: entry.before, to: entry.now)
        where settled[change.path] == nil {
          steps.append(change.signed(FactSteps.signature(of: change, &before, &after, or: signer)))
        }
      }
      for (path, versions) in settled.sorted(by: { $0.key.description < $1.key.description }) {
        let now = EntryKey(path).flatMap { value($0, after.entry($0)) }?
          .value(at: path.tokens.dropFirst(2))
        // Of a whole entry it was asked whether it stays.
        let isEntry = path.tokens.count == 2
        let gone: FactStep.Kind =
          EntryKey(path).flatMap { edition.value(of: $0) } == nil ? .deleted : .hidden
        let step = FactStep(
          isEntry && now == nil ? gone : .settled, path, author: nil, made: nil,
          before: isEntry
            ? nil : versions.map { $0.value?.inLine ?? "–" }.joined(separator: ", "),
          now: isEntry ? nil : now?.inLine)
        steps.append(step.signed(FactSteps.signature(of: step, &before, &after, or: signer)))
      }
      return steps
    } catch let fault as RecordFault {
      throw RecordFaults(faults: [fault])
    }
  }

  /// What a step of the history did to the facts.
  public mutating func steps(of step: History.Step) -> [FactStep] {
    // What marks a change, and the source that stands for what somebody knows, say nothing more.
    let marks = [StoreCollection.changes, .conflicts].map(\.rawValue)
    let own = EntryKey(RecordCollection.sources.rawValue, Source.ownKnowledge)
    return step.edits.filter { !marks.contains($0.key.collection) && $0.key != own }.flatMap {
      changes(at: $0.key.path, from: $0.before, to: $0.after)
    }
  }

  /// What was to be chosen from before, and is not any more.
  private static func settled(
    _ before: StoreSide, _ after: StoreSide
  ) -> [FactPath: [ConflictSide]] {
    var settled: [FactPath: [ConflictSide]] = [:]
    for (key, versions) in before.conflicts {
      for (tokens, sides) in versions where after.conflicts[key]?[tokens] == nil {
        settled[FactPath(key.path.tokens + tokens)] = sides
      }
    }
    return settled
  }

  /// An entry as the record has it with a store's patch of it.
  private mutating func value(_ key: EntryKey, _ patch: RecordValue?) -> RecordValue? {
    let edition = edition.value(of: key)?.recordValue
    guard let patch else { return edition }
    return patch == .null ? nil : MergePatch.apply(patch, to: edition)
  }

  /// - Parameters:
  ///   - old: what the store had of an entry.
  ///   - new: what it has then.
  private mutating func changes(
    at path: FactPath, from old: RecordValue?, to new: RecordValue?
  ) -> [FactStep] {
    guard path.tokens.first != StoreCollection.bookmarks.rawValue, let key = EntryKey(path) else {
      return []
    }
    if key.collection == StoreCollection.notes.rawValue {
      let about = (new?["about"] ?? old?["about"])?.text
      if old?["text"] == new?["text"] { return [] }
      return [
        FactSteps.step(
          path, old?["text"], new?["text"],
          about: about.flatMap { FactPath(pointer: $0) } ?? FactPath(), gone: .deleted)
      ]
    }
    let (before, now) = (value(key, old), value(key, new))
    let gone: FactStep.Kind = edition.value(of: key) == nil ? .deleted : .hidden
    guard let before, let now, before.fields != nil, now.fields != nil else {
      return before == now ? [] : [FactSteps.step(path, before, now, gone: gone, isWhole: true)]
    }
    return FactSteps.changes(path, before, now)
  }

  /// The fields that differ, as finely as changes are marked.
  private static func changes(
    _ path: FactPath, _ before: RecordValue, _ now: RecordValue
  ) -> [FactStep] {
    let (old, new) = (before.fields ?? [:], now.fields ?? [:])
    let byCountry = RecordCollection.fields(of: path)?.filter(\.isByCountry).map(\.name) ?? []
    return Set(old.keys).union(new.keys).sorted().flatMap { name -> [FactStep] in
      guard old[name] != new[name] else { return [] }
      let field = FactPath(path.tokens + [name])
      guard byCountry.contains(name) else { return [step(field, old[name], new[name])] }
      let (olds, news) = (old[name]?.fields ?? [:], new[name]?.fields ?? [:])
      return Set(olds.keys).union(news.keys).sorted().flatMap { code -> [FactStep] in
        let entry = FactPath(field.tokens + [code])
        guard let old = olds[code], let new = news[code] else {
          return olds[code] == news[code]
            ? [] : [step(entry, olds[code], news[code], gone: .deleted, isWhole: true)]
        }
        return changes(entry, old, new)
      }
    }
  }

  /// - Parameters:
  ///   - gone: what it is called where nothing is left.
  ///   - isWhole: whether it is an entry, which is too long for a line.
  private static func step(
    _ path: FactPath, _ before: RecordValue?, _ now: RecordValue?, about: FactPath? = nil,
    gone: FactStep.Kind = .changed, isWhole: Bool = false
  ) -> FactStep {
    let isAdded = before == nil && (isWhole || about != nil)
    return FactStep(
      isAdded ? .added : now == nil ? gone : .changed, path, about: about, author: nil, made: nil,
      before: isWhole ? nil : before?.inLine, now: isWhole ? nil : now?.inLine)
  }

  /// Who the store itself says did something; else who made the version.
  private static func signature(
    of step: FactStep, _ before: inout StoreSide, _ after: inout StoreSide, or signer: Signer
  ) -> Signer {
    let isNote = step.path.tokens.first == StoreCollection.notes.rawValue
    func mark(_ side: inout StoreSide) -> RecordValue? {
      isNote ? EntryKey(step.path).flatMap { side.entry($0) } : side.mark(step.path.tokens)
    }
    // Two changes in a second have the same mark.
    let (now, then) = (mark(&after), mark(&before))
    guard let now, now != then || signer.made == nil,
      let author = StoreWriter.author(of: now["by"]?.text)
    else { return signer }
    let made = (now["made"] ?? now["written"])?.text
    return Signer(author: author, made: made, commit: signer.commit)
  }
}

extension FactStep {
  fileprivate func signed(_ signer: FactSteps.Signer) -> FactStep {
    FactStep(
      kind, path, about: about, author: signer.author, made: signer.made, before: before, now: now,
      commit: signer.commit)
  }
}
