extension Character {
  /// How many cells a terminal gives the character: 0, 1 or 2.
  public var cellWidth: Int {
    if let ascii = asciiValue { return ascii >= 0x20 && ascii < 0x7F ? 1 : 0 }
    let scalars = unicodeScalars
    guard let first = scalars.first else { return 0 }
    if first.isPlain, scalars.index(after: scalars.startIndex) == scalars.endIndex { return 1 }
    if first.isWide { return 2 }
    // A text symbol that a variation selector turns into an emoji.
    if unicodeScalars.contains("\u{FE0F}"), first.properties.isEmoji { return 2 }
    return first.hasNoWidth ? 0 : 1
  }
}

extension StringProtocol {
  /// Whether all of the text is printable ASCII. Without a way out in the middle the compiler looks
  /// at many bytes at once.
  private var isPrintableASCII: Bool {
    let others: UInt8? = utf8.withContiguousStorageIfAvailable { bytes in
      bytes.reduce(0) { $0 | ($1 &- 0x20 < 0x5F ? 0 : 1) }
    }
    return others == 0
  }

  /// How many cells a terminal gives the text, where every scalar is a character of its own, one
  /// cell wide; nil where one is not.
  var plainWidth: Int? {
    if isPrintableASCII { return utf8.count }
    var count = 0
    for scalar in unicodeScalars {
      guard scalar.isPlain else { return nil }
      count += 1
    }
    return count
  }

  /// How many cells a terminal gives the text.
  public var cellWidth: Int { plainWidth ?? reduce(0) { $0 + $1.cellWidth } }

  /// The longest beginning that fits into so many cells.
  public func prefix(cells: Int) -> String {
    if plainWidth != nil {
      let end = unicodeScalars.index(startIndex, offsetBy: Swift.max(0, cells), limitedBy: endIndex)
      return String(self[..<(end ?? endIndex)])
    }
    var room = cells
    return String(
      prefix { character in
        room -= character.cellWidth
        return room >= 0
      })
  }

  /// The text with a visible mark in place of everything that a terminal would act on or hide:
  /// control characters, escape sequences, bidi controls and what Unicode has not assigned.
  public var visible: String {
    if isPrintableASCII { return String(self) }
    guard unicodeScalars.contains(where: \.isUnsafe) else { return String(self) }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if !scalar.isUnsafe {
        scalars.append(scalar)
      } else if scalar.value < 0x20, let picture = Unicode.Scalar(0x2400 + scalar.value) {
        scalars.append(picture)
      } else {
        scalars.append(scalar.value == 0x7F ? "\u{2421}" : "\u{FFFD}")
      }
    }
    return String(scalars)
  }
}

extension Unicode.Scalar {
  /// Whether it is safe to show, joins with nothing of its kind, and takes one cell: letters of
  /// Europe, dashes and quotes, boxes and signs, of which nearly all texts are made. They need no
  /// look into Unicode's tables.
  var isPlain: Bool {
    switch value {
    case 0x20..<0x7F, 0xA1..<0xAD, 0xAE...0x17F, 0x2010...0x2027, 0x2190...0x21FF,
      0x2298, 0x2500...0x25FC, 0x2713, 0x2717, 0x2800...0x28FF:
      true
    default: false
    }
  }

  /// Whether a terminal would act on the scalar, hide it, or let it turn the text around.
  var isUnsafe: Bool {
    if isPlain { return false }
    return switch properties.generalCategory {
    case .control, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: true
    // Zero width joiners hold emoji together; every other format character is invisible or bidi.
    case .format: value != 0x200D
    default: false
    }
  }

  var hasNoWidth: Bool {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control: true
    default: false
    }
  }

  /// East Asian Wide and Fullwidth (Unicode Standard Annex 11), by blocks, and emoji.
  var isWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x33FF, 0x3400...0x4DBF, 0x4E00...0x9FFF,
      0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1FAFF,
      0x20000...0x3FFFD:
      true
    default: properties.isEmojiPresentation
    }
  }
}
