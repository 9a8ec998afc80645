/// The pattern that means one file of a work tree and no other.
struct GitPattern {
  /// As a list of what is left out has it.
  let text: String

  /// As a list of attributes has it, where a word ends at a space.
  let quoted: String

  /// The pattern of a file at the top.
  init(of name: String) {
    var text = "/"
    for character in name {
      // A space at the end of a line would not count.
      if "*?[\\ ".contains(character) { text.append("\\") }
      text.append(character)
    }
    self.text = text
    let isPlain = text.allSatisfy { !"\"\\".contains($0) && !$0.isWhitespace }
    quoted = isPlain ? text : GitPattern.quoted(text)
  }

  private static func quoted(_ text: String) -> String {
    var quoted = "\""
    for character in text {
      if "\"\\".contains(character) { quoted.append("\\") }
      quoted.append(character)
    }
    return quoted + "\""
  }
}
