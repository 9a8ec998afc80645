import ArgumentParser
import Terminal

/// A choice of colours on the command line.
enum ColourChoice: String, ExpressibleByArgument, CaseIterable {
  case auto
  case exact = "rgb"
  case many = "256"
  case sixteen = "16"
  case eight = "8"
  case never

  var depth: ColourDepth? {
    switch self {
    case .auto: nil
    case .exact: .exact
    case .many: .many
    case .sixteen: .sixteen
    case .eight: .eight
    case .never: ColourDepth.none
    }
  }
}
