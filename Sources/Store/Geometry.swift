import CResources
import Declaration

/// The outlines that are built in.
public enum Geometry {
  private static let builtInName = "map.json"

  /// The outlines of the Americas.
  ///
  /// - Throws: ``RecordFault``; not with the file that the tests have seen.
  public static func builtIn() throws -> MapGeometry {
    let bytes = UnsafeRawBufferPointer(start: resource_map, count: resource_map_length)
    var reader = OutlineReader(bytes)
    var rings = reader.rings()
    guard let others = rings.removeValue(forKey: "other"), !rings.isEmpty else {
      throw RecordFault(
        file: builtInName, line: 1, column: 1, problem: "there are no outlines",
        expectation: "“states” and “other”")
    }
    return MapGeometry(countries: rings, others: others)
  }
}

/// Reads the rings of the embedded outlines where they lie. There are fifteen thousand numbers, and
/// whoever opens the map waits for them: a reader of any JSON takes twenty times as long.
///
/// The outlines are JSON without escapes, and its only numbers are the whole ones of the rings, as the
/// tests have seen it.
private struct OutlineReader {
  private let bytes: UnsafeRawBufferPointer
  private var place = 0

  private static let unitsOfDegree = 100.0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// The rings under the name before them.
  mutating func rings() -> [String: [MapGeometry.Ring]] {
    var all: [String: [MapGeometry.Ring]] = [:]
    var name = ""
    var own: [MapGeometry.Ring] = []
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        if !own.isEmpty { all[name] = own }
        (name, own) = (string(), [])
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): own.append(ring())
      default: place += 1
      }
    }
    if !own.isEmpty { all[name] = own }
    return all
  }

  /// The string at a quotation mark.
  private mutating func string() -> String {
    let start = place + 1
    let end = bytes[start...].firstIndex(of: UInt8(ascii: "\"")) ?? bytes.count
    place = end + 1
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The ring at its first number: its first point, then the steps from each to the next.
  private mutating func ring() -> MapGeometry.Ring {
    var ring: MapGeometry.Ring = []
    ring.reserveCapacity(32)
    var (longitude, latitude) = (0, 0)
    var (number, isNegative, isNorth) = (0, false, false)
    var place = place
    defer { self.place = place }
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        number = number &* 10 &+ Int(digit)
        continue
      }
      if byte == UInt8(ascii: "-") {
        isNegative = true
        continue
      }
      // A comma, or the bracket after the last number.
      let step = isNegative ? -number : number
      if isNorth { latitude += step } else { longitude += step }
      if isNorth {
        ring.append(
          MapGeometry.Point(
            longitude: Double(longitude) / OutlineReader.unitsOfDegree,
            latitude: Double(latitude) / OutlineReader.unitsOfDegree))
      }
      (number, isNegative, isNorth) = (0, false, !isNorth)
      if byte == UInt8(ascii: "]") { break }
    }
    return ring
  }
}
