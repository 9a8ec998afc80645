import Dashboard
import Store
import Testing

@testable import Terminal
@testable import ladmp

/// The built-in themes against the contrast that people need, and against how they see colours.
@Suite struct ThemeTests {
  private static let shelf = ThemeShelf(folder: nil, parts: ThemePart.all.map(\.name))
  private static let black = RGB(0, 0, 0)
  private static let white = RGB(255, 255, 255)
  private static let statuses: [Role] = [
    .endorsed, .notEndorsed, .delegate, .declined, .excluded,
  ]
  private static let styles: [Style] =
    Role.allCases.map { Style($0) }
    + [Style(.plain, .selected), Style(.plain, [.selected, .focused]), Style(.plain, .match)]

  static func palette(_ name: String, _ depth: ColourDepth) throws -> Palette {
    Palette(Theme(try shelf.theme(name)), depth: depth)
  }

  private static func colour(_ code: Int32) -> RGB? {
    code < 0 ? nil : Palette.exactColour(code) ?? XtermColours.all[Int(code)]
  }

  @Test(arguments: ThemeShelf.builtInNames)
  func everyPartHasALook(_ name: String) throws {
    let stored = try ThemeTests.shelf.theme(name)
    for part in ThemePart.all { #expect(stored.looks[part.name] != nil, "\(part.name)") }
    #expect(!stored.about.isEmpty)
  }

  @Test(arguments: ThemeShelf.builtInNames, [ColourDepth.exact, .many, .sixteen, .eight])
  func bothColoursOfAPairKeepApart(_ name: String, _ depth: ColourDepth) throws {
    let palette = try ThemeTests.palette(name, depth)
    for style in ThemeTests.styles {
      let look = palette.look(of: style)
      guard let ink = ThemeTests.colour(look.foreground),
        let paper = ThemeTests.colour(look.background)
      else { continue }
      #expect(ink.contrast(with: paper) >= 4.5, "\(style) of \(name)")
    }
  }

  /// The grounds on which a theme is meant to stand, and the least contrast that letters and signs
  /// keep there. A colour for both black and white can't be far from either; signs, which stand
  /// beside words, keep what WCAG asks of graphics.
  @Test(arguments: [
    ("dark", [black], 4.5, 4.5), ("light", [white], 4.5, 4.5),
    ("colour-blind", [black, white], 4.0, 3.0), ("high-contrast", [black], 7, 7),
  ])
  func lettersStandOutFromTheTerminalsGround(
    _ name: String, _ grounds: [RGB], _ letters: Double, _ signs: Double
  ) throws {
    let palette = try ThemeTests.palette(name, .many)
    for role in Role.allCases where ![.border].contains(role) {
      let look = palette.look(of: Style(role))
      guard let ink = ThemeTests.colour(look.foreground) else { continue }
      let papers = ThemeTests.colour(look.background).map { [$0] } ?? grounds
      let isSign = ThemeTests.statuses.contains(role) || [.notReported, .next].contains(role)
      for paper in papers {
        #expect(ink.contrast(with: paper) >= (isSign ? signs : letters), "\(role) of \(name)")
      }
    }
  }

  /// How people with less of one of the three kinds of cones see: Machado, Oliveira and Fernandes,
  /// 2009, for the whole loss of it.
  private static let visions: [(name: String, matrix: [[Double]])] = [
    ("every cone", [[1, 0, 0], [0, 1, 0], [0, 0, 1]]),
    (
      "protanopia",
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    ),
    (
      "deuteranopia",
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    ),
    (
      "tritanopia",
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    ),
  ]

  private static func seen(_ colour: RGB, by matrix: [[Double]]) -> Oklab {
    let light = colour.light
    let parts = matrix.map {
      min(1, max(0, $0[0] * light.red + $0[1] * light.green + $0[2] * light.blue))
    }
    return Oklab(light: (parts[0], parts[1], parts[2]))
  }

  /// The least distance between two statuses for any kind of vision.
  private static func leastDistance(_ palette: Palette) -> Double {
    let colours = statuses.compactMap { colour(palette.look(of: Style($0)).foreground) }
    var least = Double.infinity
    for (_, matrix) in visions {
      for (place, first) in colours.enumerated() {
        for second in colours.dropFirst(place + 1) {
          least = min(least, seen(first, by: matrix).distance(to: seen(second, by: matrix)))
        }
      }
    }
    return least
  }

  @Test func everyVisionTellsTheStatusesApart() throws {
    for depth in [ColourDepth.exact, .many] {
      #expect(ThemeTests.leastDistance(try ThemeTests.palette("colour-blind", depth)) >= 0.07)
    }
  }

  /// Red and green of the same lightness: what the distance above has to catch.
  @Test func aPairThatSomeCannotTellApartIsCaught() {
    let (red, green) = (RGB(0xAF, 0x5F, 0x00), RGB(0x5F, 0x87, 0x00))
    let plain = ThemeTests.seen(red, by: ThemeTests.visions[0].matrix)
      .distance(to: ThemeTests.seen(green, by: ThemeTests.visions[0].matrix))
    let least =
      ThemeTests.visions.map {
        ThemeTests.seen(red, by: $0.matrix).distance(to: ThemeTests.seen(green, by: $0.matrix))
      }.min() ?? 1
    #expect(plain > 0.15 && least < 0.01)
  }

  @Test func aScreenWithoutColoursHasNone() throws {
    for name in ThemeShelf.builtInNames {
      let palette = try ThemeTests.palette(name, .none)
      for style in ThemeTests.styles {
        let look = palette.look(of: style)
        #expect(look.foreground == -1 && look.background == -1)
      }
    }
    #expect(Theme(try ThemeTests.shelf.theme("monochrome")).isColourless)
    #expect(!Theme(try ThemeTests.shelf.theme("dark")).isColourless)
  }

  @Test func theNearestColourIsTheOneThatLooksNearest() {
    #expect(XtermColours.nearest(to: RGB(0x00, 0x5F, 0x87), among: 16...255) == 24)
    #expect(XtermColours.nearest(to: RGB(0x01, 0x60, 0x86), among: 16...255) == 24)
    #expect(XtermColours.nearest(to: RGB(0x75, 0x75, 0x77), among: 16...255) == 243)
    #expect(XtermColours.nearest(to: RGB(250, 10, 10), among: 0...15) == 9)
    #expect(XtermColours.nearest(to: RGB(250, 10, 10), among: 0...7) == 1)
    // By plain distances of the parts this dark blue would be black.
    #expect(XtermColours.nearest(to: RGB(0, 0, 110), among: 0...7) == 4)
  }

  @Test func contrastAndDistanceAreThoseOfTheBooks() {
    #expect(abs(ThemeTests.black.contrast(with: ThemeTests.white) - 21) < 0.01)
    #expect(abs(RGB(0x76, 0x76, 0x76).contrast(with: ThemeTests.white) - 4.54) < 0.01)
    let red = Oklab(RGB(255, 0, 0))
    #expect(abs(red.lightness - 0.628) < 0.001)
    #expect(abs(red.greenToRed - 0.225) < 0.001 && abs(red.blueToYellow - 0.126) < 0.001)
  }
}
