/// Text for a manual page, in the mdoc language.
enum Roff {
  /// A text with everything escaped that the language would take for its own.
  static func escaped(_ text: some StringProtocol) -> String {
    let words = text.split(separator: " ", omittingEmptySubsequences: false)
    let escaped = words.map { word in
      // A hyphen can be broken at and looks like a dash; options are to be typed.
      let isTyped = word.contains("--") || word.hasPrefix("-") || word.hasPrefix("“-")
      return word.unicodeScalars.map { scalar(for: $0, isTyped) }.joined()
    }.joined(separator: " ")
    let isRequest = escaped.hasPrefix(".") || escaped.hasPrefix("'")
    return isRequest ? "\\&" + escaped : escaped
  }

  private static func scalar(for scalar: Unicode.Scalar, _ isTyped: Bool) -> String {
    switch scalar {
    case "\\": "\\e"
    case "-": isTyped ? "\\-" : "-"
    case "“": "\\(lq"
    case "”": "\\(rq"
    case "’": "\\(cq"
    case "\u{20}"..<"\u{7F}": String(scalar)
    default: "\\[u\(hexadecimal(scalar.value))]"
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }

  /// Arguments of a macro: a word that is the name of another macro would be carried out, and a sign
  /// would end what stands before it.
  static func word(_ text: String) -> String {
    let escaped = escaped(text)
    let isName = (2...3).contains(text.count) && text.first?.isUppercase == true
    let isSign = text.first.map { !$0.isLetter && !$0.isNumber } ?? false
    return (isName || isSign ? "\\&" : "") + escaped.split(separator: " ").joined(separator: "\\ ")
  }

  /// A text as short lines; a sentence begins one, as the language wants it.
  static func sentences(_ text: String) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(escaped) {
      if !line.isEmpty, line.utf8.count + word.utf8.count >= longestLine {
        lines.append(line)
        line = ""
      }
      line += (line.isEmpty ? "" : " ") + word
      let end = word.hasSuffix("\\(rq") ? word.dropLast(4) : word[...]
      if let last = end.last(where: { $0 != ")" }), ".?!".contains(last) {
        lines.append(line)
        line = ""
      }
    }
    return line.isEmpty ? lines : lines + [line]
  }

  private static let longestLine = 78
}
