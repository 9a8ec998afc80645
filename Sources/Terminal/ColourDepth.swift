/// How many colours the screen is drawn with.
public enum ColourDepth: Int, Comparable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case many = 256

  /// What the terminal can show, unless the user wants something else.
  ///
  /// - Parameters:
  ///   - colours: the number that the terminal database gives; negative for none.
  ///   - wish: what the user chose; nil leaves it to the environment.
  ///   - noColour: the value of `NO_COLOR` (no-color.org): anything but nothing means none.
  public static func choose(
    colours: Int, wish: ColourDepth?, noColour: String?
  ) -> ColourDepth {
    let able: ColourDepth =
      switch colours {
      case 256...: .many
      case 16...: .sixteen
      case 8...: .eight
      default: .none
      }
    if let wish { return min(wish, able) }
    return noColour?.isEmpty ?? true ? able : .none
  }

  /// Fewer colours come before more.
  public static func < (left: ColourDepth, right: ColourDepth) -> Bool {
    left.rawValue < right.rawValue
  }
}
