import Declaration

/// What the map's fills and signs tell.
enum MapTheme: String, CaseIterable, Sendable {
  case status, commitments, attendance

  /// Goes on to the next, from the last to the first.
  mutating func goOn() {
    let themes = MapTheme.allCases
    self = themes[((themes.firstIndex(of: self) ?? 0) + 1) % themes.count]
  }
}

/// How densely a country's land is filled, so that nothing rests on colour alone.
enum MapFill: Hashable, Sendable {
  /// Its coast and borders alone.
  case outline
  case dotted, sparse, half, full
}

/// How a country looks on the map.
struct MapLook: Hashable, Sendable {
  let fill: MapFill
  /// One cell wide.
  let sign: String
  let role: Role

  init(_ fill: MapFill, _ sign: String, _ role: Role) {
    (self.fill, self.sign, self.role) = (fill, sign, role)
  }

  /// Land that is not asked about: other land, and countries that the filter leaves out.
  static let background = MapLook(.outline, "", .border)
}

/// Numbers of commitments that share a fill: `1`, `2 to 3`, `4 or more`.
struct MapBands: Hashable, Sendable {
  private let second: Int
  private let third: Int

  /// The bands for a record whose busiest country has so many commitments.
  init(most: Int) {
    (second, third) = most < 10 ? (2, 4) : (most / 3, most * 2 / 3)
  }

  func fill(_ count: Int) -> MapFill {
    if count == 0 { return .outline }
    return count < second ? .sparse : count < third ? .half : .full
  }

  private static func words(_ first: Int, before end: Int, in language: Language) -> String {
    first == end - 1 ? "\(first)" : language("\(count: first) to \(total: end - 1)")
  }

  /// Each fill and what it stands for.
  func legend(in language: Language) -> [(fill: MapFill, words: String)] {
    [
      (.outline, language("none")), (.sparse, MapBands.words(1, before: second, in: language)),
      (.half, MapBands.words(second, before: third, in: language)),
      (.full, language("\(count: third) or more")),
    ]
  }
}

extension MapFill {
  /// A cell of it for the legend.
  var sample: String {
    switch self {
    case .outline: "⣏"
    case .dotted: "⠄"
    case .sparse: "⠌"
    case .half: "⡪"
    case .full: "⣿"
    }
  }
}
