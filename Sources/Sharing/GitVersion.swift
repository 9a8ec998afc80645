/// A version of git.
struct GitVersion: Comparable, CustomStringConvertible {
  let numbers: [Int]

  /// The first that is taken: the oldest that systems still in use come with.
  static let first = GitVersion(numbers: [2, 20])

  init(numbers: [Int]) { self.numbers = numbers }

  /// The version in what `git --version` says: `git version 2.39.5 (Apple Git-154)`.
  init?(_ words: String) {
    let parts = words.split(whereSeparator: \.isWhitespace)
    guard parts.count > 2, parts[0] == "git" else { return nil }
    numbers = parts[2].split(separator: ".").prefix(3).compactMap { Int($0) }
    guard numbers.count > 1 else { return nil }
  }

  var description: String { numbers.map(String.init).joined(separator: ".") }

  static func < (left: GitVersion, right: GitVersion) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
