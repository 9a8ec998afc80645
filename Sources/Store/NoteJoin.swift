/// Joins two texts that were changed apart from a common one, line by line.
///
/// A line that either side wrote is in the result; one that either side took away is not, unless the
/// other wrote it anew. Where both wrote in the same place, their lines stand one after the other in
/// an order that does not depend on which side is named first.
struct NoteJoin {
  /// The joined text.
  let text: String

  init(base: String, ours: String, theirs: String) {
    let base = NoteJoin.lines(base)
    let (ours, theirs) = (
      Side(NoteJoin.lines(ours), since: base), Side(NoteJoin.lines(theirs), since: base)
    )
    var lines = NoteJoin.merged(ours.runs[0] ?? [], theirs.runs[0] ?? [])
    for place in base.indices {
      if ours.keeps[place], theirs.keeps[place] { lines.append(base[place]) }
      lines += NoteJoin.merged(ours.runs[place + 1] ?? [], theirs.runs[place + 1] ?? [])
    }
    text = lines.joined(separator: "\n")
  }

  /// What a side did to the lines that both began with.
  private struct Side {
    /// Whether each of those lines is still there.
    var keeps: [Bool]
    /// New lines, by how many of the first lines stand before them.
    var runs: [Int: [String]] = [:]

    init(_ lines: [String], since base: [String]) {
      keeps = base.map { _ in true }
      var isNew = lines.map { _ in false }
      // What both begin and end with is the same; what lies between is compared.
      let start = zip(base, lines).prefix { $0 == $1 }.count
      let (was, now) = (base.dropFirst(start), lines.dropFirst(start))
      let end = zip(was.reversed(), now.reversed()).prefix { $0 == $1 }.count
      let (old, new) = (was.dropLast(end), now.dropLast(end))
      if old.count + new.count > NoteJoin.lineLimit {
        // All of it is taken for written anew: nothing that is there now is lost by that.
        for place in old.indices { keeps[place] = false }
        for place in new.indices { isNew[place] = true }
      } else {
        for step in Array(new).difference(from: Array(old)) {
          switch step {
          case .remove(let place, _, _): keeps[start + place] = false
          case .insert(let place, _, _): isNew[start + place] = true
          }
        }
      }
      let kept = base.indices.filter { keeps[$0] }
      var (next, anchor) = (0, 0)
      for (place, line) in lines.enumerated() {
        if isNew[place] {
          runs[anchor, default: []].append(line)
        } else {
          anchor = kept[next] + 1
          next += 1
        }
      }
    }
  }

  /// How many lines are compared one by one; memory for it grows with their square.
  private static let lineLimit = 4000

  private static func lines(_ text: String) -> [String] {
    text.isEmpty
      ? []
      : text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  /// The lines of both, each side's in its own order; lines that both have stand once.
  private static func merged(_ ours: [String], _ theirs: [String]) -> [String] {
    if holds(ours, theirs) { return ours }
    if holds(theirs, ours) { return theirs }
    var (ours, theirs) = (ours[...], theirs[...])
    var lines: [String] = []
    while let our = ours.first, let their = theirs.first {
      lines.append(min(our, their))
      if our <= their { ours.removeFirst() }
      if their <= our { theirs.removeFirst() }
    }
    return lines + ours + theirs
  }

  /// Whether the lines of one are all among those of another, in the same order.
  private static func holds(_ lines: [String], _ others: [String]) -> Bool {
    var rest = others[...]
    for line in lines where line == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }
}
