/// Words that are written in two ways, in Britain and in America: the sources of the record use both,
/// and who looks for one means the other too.
enum Spelling {
  /// Parts of folded words, the British first.
  private static let pairs: [(british: [UInt8], american: [UInt8])] = [
    ("labour", "labor"), ("neighbour", "neighbor"), ("harbour", "harbor"),
    ("programme", "program"), ("centre", "center"), ("defence", "defense"),
    ("organis", "organiz"), ("regularis", "regulariz"), ("recognis", "recogniz"),
    ("harmonis", "harmoniz"), ("mobilis", "mobiliz"), ("stabilis", "stabiliz"),
  ].map { (Array($0.utf8), Array($1.utf8)) }

  /// A folded word in every way in which it is written, as it stands first. One that is being typed
  /// has the other way as soon as it takes one of them, so that a further letter never finds more.
  static func all(of word: [UInt8]) -> [[UInt8]] {
    var found = [word]
    for (british, american) in pairs {
      found += found.compactMap { word in
        word.replacing(british, with: american) ?? word.replacing(american, with: british)
          ?? word.finishing(british, as: american) ?? word.finishing(american, as: british)
      }
    }
    return found
  }
}

extension [UInt8] {
  /// The bytes with the first of some in them replaced; nil where they are not in it.
  fileprivate func replacing(_ part: [UInt8], with other: [UInt8]) -> [UInt8]? {
    firstOccurrence(of: part).map { start in
      self[..<start] + other + self[(start + part.count)...]
    }
  }

  /// The bytes with the beginning of some at their end, where that tells them from others, made into
  /// those; nil where they end in another way.
  fileprivate func finishing(_ part: [UInt8], as other: [UInt8]) -> [UInt8]? {
    let common = zip(part, other).prefix { $0 == $1 }.count
    guard common + 1 < part.count else { return nil }
    let length = (common + 1..<part.count).last { count >= $0 && suffix($0) == part[..<$0] }
    return length.map { dropLast($0) + other }
  }
}
