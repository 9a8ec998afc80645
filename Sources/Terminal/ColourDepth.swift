/// How many colours the screen is drawn with.
public enum ColourDepth: Int, Comparable, Sendable {
  case none = 0
  case eight = 8
  case sixteen = 16
  case many = 256
  /// Any colour, by its parts.
  case exact = 16_777_216

  /// What the terminal can show, unless the user wants something else.
  ///
  /// - Parameters:
  ///   - colours: the number that the terminal database gives; negative for none.
  ///   - isDirect: whether the terminal takes colours by their parts.
  ///   - isChangeable: whether its 256 colours can be made others.
  ///   - wish: what the user chose; nil leaves it to the environment.
  ///   - noColour: the value of `NO_COLOR` (no-color.org): anything but nothing means none.
  ///   - colourTerm: the value of `COLORTERM`, in which terminals say that they show any colour.
  public static func choose(
    colours: Int, isDirect: Bool = false, isChangeable: Bool = false, wish: ColourDepth?,
    noColour: String?, colourTerm: String? = nil
  ) -> ColourDepth {
    let saysExact = ["truecolor", "24bit"].contains(colourTerm) || wish == .exact
    let able: ColourDepth =
      switch colours {
      case 256...: isDirect || isChangeable && saysExact ? .exact : .many
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
