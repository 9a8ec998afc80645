extension String {
  /// The text as it may stand in HTML and SVG: what they would take for markup is escaped, and what a
  /// terminal would act on has a visible mark, as everywhere.
  package var escapedForMarkup: String {
    let text = visible
    guard text.utf8.contains(where: { "&<>\"'".utf8.contains($0) }) else { return text }
    return text.reduce(into: "") { result, character in
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.append(character)
      }
    }
  }
}
