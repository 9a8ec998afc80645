/// A colour by its parts, in sRGB.
public struct RGB: Hashable, Sendable {
  /// From 0 to 255.
  public let red, green, blue: UInt8

  /// A colour by its parts.
  public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
    (self.red, self.green, self.blue) = (red, green, blue)
  }

  /// The colour as one number, red first.
  var bits: Int32 { Int32(red) << 16 | Int32(green) << 8 | Int32(blue) }

  /// A colour from its number.
  init(bits: Int32) {
    self.init(UInt8(bits >> 16 & 0xFF), UInt8(bits >> 8 & 0xFF), UInt8(bits & 0xFF))
  }
}

/// A colour that a theme asks for.
public enum Colour: Hashable, Sendable {
  /// The terminal's own.
  case own
  /// One of the terminal's 256 colours.
  case numbered(UInt8)
  /// A colour by its parts.
  case exact(RGB)
}

/// The 256 colours of xterm, and the nearest among them to any other.
enum XtermColours {
  /// The first sixteen as xterm has them; users set others.
  private static let first: [RGB] = [
    RGB(0, 0, 0), RGB(205, 0, 0), RGB(0, 205, 0), RGB(205, 205, 0),
    RGB(0, 0, 238), RGB(205, 0, 205), RGB(0, 205, 205), RGB(229, 229, 229),
    RGB(127, 127, 127), RGB(255, 0, 0), RGB(0, 255, 0), RGB(255, 255, 0),
    RGB(92, 92, 255), RGB(255, 0, 255), RGB(0, 255, 255), RGB(255, 255, 255),
  ]

  /// After them a cube of six steps, and a ramp of greys.
  static let all: [RGB] = {
    let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
    let cube = steps.flatMap { red in
      steps.flatMap { green in steps.map { RGB(red, green, $0) } }
    }
    let greys = stride(from: UInt8(8), through: 238, by: 10).map { RGB($0, $0, $0) }
    return first + cube + greys
  }()

  /// The number of the colour that looks most like another.
  static func nearest(to colour: RGB, among numbers: ClosedRange<UInt8>) -> UInt8 {
    if let same = numbers.first(where: { all[Int($0)] == colour }) { return same }
    let wanted = Oklab(colour)
    var best = (number: numbers.lowerBound, distance: Double.infinity)
    for number in numbers {
      let distance = wanted.distance(to: Oklab(all[Int(number)]))
      if distance < best.distance { best = (number, distance) }
    }
    return best.number
  }
}
