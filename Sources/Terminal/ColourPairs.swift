import CNcurses

/// The pairs of colours that curses has been told of, and the colours that were made for them.
struct ColourPairs {
  /// Two colours, as a look names them.
  private struct Pair: Hashable {
    let foreground, background: Int32
  }

  /// Whether the terminal takes colours by their parts.
  private let isDirect: Bool
  private var pairs: [Pair: Int16] = [:]
  /// The numbers of the terminal's colours that were made others.
  private var made: [Int32: Int32] = [:]
  /// The numbers that may still be.
  private var free: [Int32]

  /// - Parameter palette: the colours that will be asked for.
  init(_ palette: Palette, isDirect: Bool) {
    self.isDirect = isDirect
    let used = palette.numbers
    free = (16...255).filter { !used.contains($0) }
  }

  /// Whether the terminal's colours were made others and have to be given back.
  var hasMadeColours: Bool { !made.isEmpty }

  /// The number of the pair for a look; 0 for the terminal's own colours.
  mutating func number(for look: Look) -> Int16 {
    guard look.foreground >= 0 || look.background >= 0 else { return 0 }
    let pair = Pair(foreground: look.foreground, background: look.background)
    if let number = pairs[pair] { return number }
    guard pairs.count + 1 < shim_pair_count() else { return 0 }
    let number = Int16(pairs.count + 1)
    shim_make_pair(Int32(number), colour(pair.foreground), colour(pair.background))
    pairs[pair] = number
    return number
  }

  /// The number by which curses calls a colour.
  private mutating func colour(_ code: Int32) -> Int32 {
    guard let exact = Palette.exactColour(code) else {
      // Where colours are taken by their parts, only the first eight have numbers.
      return isDirect && code >= 8 ? XtermColours.all[Int(code)].bits : code
    }
    return isDirect ? exact.bits : made(exact, code)
  }

  private mutating func made(_ colour: RGB, _ code: Int32) -> Int32 {
    if let number = made[code] { return number }
    guard let number = free.popLast() else {
      return Int32(XtermColours.nearest(to: colour, among: 16...255))
    }
    let parts = [colour.red, colour.green, colour.blue].map { ColourPairs.thousandths(of: $0) }
    shim_make_colour(number, parts[0], parts[1], parts[2])
    made[code] = number
    return number
  }

  /// Curses counts to 1000 and cuts off when it counts back to 255; so this rounds up.
  private static func thousandths(of part: UInt8) -> Int32 { (Int32(part) * 1000 + 254) / 255 }
}
