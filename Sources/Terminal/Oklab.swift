#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension RGB {
  /// Red, green and blue as amounts of light, from 0 to 1 (IEC 61966-2-1).
  var light: (red: Double, green: Double, blue: Double) {
    (RGB.light(red), RGB.light(green), RGB.light(blue))
  }

  private static func light(_ part: UInt8) -> Double {
    let value = Double(part) / 255
    return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
  }

  /// How bright it looks, from 0 to 1, as WCAG 2.1 reckons it.
  var luminance: Double {
    let light = light
    return 0.2126 * light.red + 0.7152 * light.green + 0.0722 * light.blue
  }

  /// The contrast with another, from 1 to 21, as WCAG 2.1 reckons it.
  func contrast(with other: RGB) -> Double {
    let (dark, bright) = (min(luminance, other.luminance), max(luminance, other.luminance))
    return (bright + 0.05) / (dark + 0.05)
  }
}

/// A colour by how it looks to people, so that distances are what they see (Ottosson, 2020).
struct Oklab {
  /// From 0 for black to 1 for white.
  let lightness: Double
  /// From green to red.
  let greenToRed: Double
  /// From blue to yellow.
  let blueToYellow: Double

  init(_ colour: RGB) { self.init(light: colour.light) }

  /// - Parameter light: amounts of light, from 0 to 1.
  init(light: (red: Double, green: Double, blue: Double)) {
    let (red, green, blue) = light
    let long = cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
    let medium = cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
    let short = cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
    lightness = 0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short
    greenToRed = 1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short
    blueToYellow = 0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short
  }

  /// How different two colours look: about 0.02 is the least that people notice.
  func distance(to other: Oklab) -> Double {
    let steps = (
      lightness - other.lightness, greenToRed - other.greenToRed, blueToYellow - other.blueToYellow
    )
    return (steps.0 * steps.0 + steps.1 * steps.1 + steps.2 * steps.2).squareRoot()
  }
}
