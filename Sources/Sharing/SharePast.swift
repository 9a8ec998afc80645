import Declaration
import Store

/// A commit that changed the record.
public struct ShareEntry: Hashable, Sendable {
  /// The commit, as git names it in short.
  public let commit: String
  /// Who made it.
  public let author: String
  /// When, ISO 8601 in UTC.
  public let made: String
  /// What was done, in a line.
  public let subject: String
  /// When, in seconds since 1970.
  let second: Int?
  /// The store before it, as git names it; nil where there was none.
  let before: String?
  /// The store after it.
  let after: String?
}

// Who did what, as the commits have it.
extension SharedStore {
  /// The commits of the record, the newest first; those that only merge are left out.
  ///
  /// - Throws: ``ShareTrouble``.
  public func log(limit: Int) throws(ShareTrouble) -> [ShareEntry] {
    try requireShared()
    guard try commit("HEAD") != nil else { return [] }
    let entries = try git.ask(
      "-c", "log.showRoot=true", "log", "--no-merges", "--date-order", "--max-count=\(limit)",
      "--raw", "--no-abbrev", "--no-renames", "--no-ext-diff", "--encoding=UTF-8",
      "--format=%x1e%H%x1f%an%x1f%at%x1f%s", "--", pathspec
    ).text.split(separator: "\u{1E}")
    return entries.compactMap { entry in
      let lines = entry.split(whereSeparator: \.isNewline)
      let parts =
        lines.first?.split(separator: "\u{1F}", omittingEmptySubsequences: false)
        .map(String.init) ?? []
      guard parts.count == 4, let second = Int(parts[2]) else { return nil }
      let raw = lines.first { $0.hasPrefix(":") }?.split(separator: " ") ?? []
      func blob(_ place: Int) -> String? {
        guard raw.count > place, raw[place].contains(where: { $0 != "0" }) else { return nil }
        return String(raw[place])
      }
      return ShareEntry(
        commit: String(parts[0].prefix(10)), author: parts[1], made: StoreTime.text(of: second),
        subject: parts[3], second: second, before: blob(2), after: blob(3))
    }
  }

  /// What was done to the facts, as the commits and the store have it, the newest first.
  ///
  /// - Parameters:
  ///   - limit: how many commits are looked at.
  ///   - weight: how many bytes of stores are looked at, about.
  ///   - goesOn: told how many commits were looked at, of how many; says whether to go on.
  /// - Throws: ``ShareTrouble``.
  public func past(
    limit: Int, weight: Int = .max, goesOn: (Int, Int) -> Bool = { _, _ in true }
  ) throws(ShareTrouble) -> FactPast {
    let bytes = (try? RecordFile.bytesIfThere(store.store)) ?? []
    let most = min(limit, weight / max(1, bytes.count))
    let entries = try log(limit: max(1, most))
    do {
      var facts = try FactSteps(edition: edition)
      var steps: [FactStep] = []
      let last = try version(at: "HEAD") ?? StoreVersion([], file: "")
      if !bytes.isEmpty, last.bytes != bytes {
        let author = SharedStore.author(of: store)?.split(separator: "<").first.map {
          $0.split(separator: " ").joined(separator: " ")
        }
        // What can't be read is told of elsewhere.
        steps =
          (try? facts.steps(
            from: last, to: StoreVersion(bytes, file: store.store),
            by: .init(author: author))) ?? []
      }
      let share = max(1, min(SharedStore.atOnce, SharedStore.heldBytes / max(1, bytes.count)))
      for start in stride(from: 0, to: entries.count, by: share) {
        guard goesOn(start, entries.count) else { return FactPast(steps, isWhole: false) }
        let part = entries[start..<min(entries.count, start + share)]
        let names = part.flatMap { [$0.before, $0.after].compactMap(\.self) }
        let versions = try blobs(Set(names))
        for entry in part {
          func version(_ blob: String?) -> StoreVersion {
            StoreVersion(blob.flatMap { versions[$0] } ?? [], file: entry.commit)
          }
          // A version that somebody broke by hand says nothing.
          steps +=
            (try? facts.steps(
              from: version(entry.before), to: version(entry.after),
              by: .init(author: entry.author, second: entry.second, commit: entry.commit))) ?? []
        }
      }
      return FactPast(steps, isWhole: entries.count < most)
    } catch let trouble as ShareTrouble {
      throw trouble
    } catch {
      throw .unreadable("\(error)")
    }
  }

  /// How many versions of the store are read at once, and how many bytes of them, about.
  private static let atOnce = 25
  private static let heldBytes = 1 << 26

  /// What git has under some names.
  private func blobs(_ names: Set<String>) throws(ShareTrouble) -> [String: [UInt8]] {
    let asked = Array(names.sorted().map { $0 + "\n" }.joined().utf8)
    let outcome = try git.run(["cat-file", "--batch"], input: asked)
    guard outcome.code == 0 else { throw .git("cat-file", outcome.words) }
    var found: [String: [UInt8]] = [:]
    var rest = outcome.output[...]
    // Each begins with a line of its name, kind and size, and has one end of a line after it.
    while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
      let head = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
      rest = rest[(end + 1)...]
      guard head.count == 3, let size = Int(head[2]), rest.count > size else { continue }
      found[String(head[0])] = Array(rest.prefix(size))
      rest = rest.dropFirst(size + 1)
    }
    return found
  }
}
