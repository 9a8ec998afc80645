import CResources
import Declaration

/// The outlines that are built in.
public enum Geometry {
  private static let builtInName = "map.json"
  private static let unitsOfDegree = 100.0

  /// The outlines of the Americas.
  ///
  /// - Throws: ``RecordFault``; not with the file that the tests have seen.
  public static func builtIn() throws -> MapGeometry {
    let bytes = Array(UnsafeRawBufferPointer(start: resource_map, count: resource_map_length))
    let root = try JSONDocument(bytes, file: builtInName).root
    guard let states = root["states"], let other = root["other"] else {
      throw root.fault("there are no outlines", expected: "“states” and “other”")
    }
    var countries: [CountryCode: [MapGeometry.Ring]] = [:]
    for (name, value) in states.members {
      countries[name.string ?? ""] = try value.elements.map(ring)
    }
    return MapGeometry(countries: countries, others: try other.elements.map(ring))
  }

  /// A ring from its first point and the steps to the others.
  private static func ring(_ value: JSONValue) throws(RecordFault) -> MapGeometry.Ring {
    let elements = Array(value.elements)
    var ring: MapGeometry.Ring = []
    ring.reserveCapacity(elements.count / 2)
    var (longitude, latitude) = (0.0, 0.0)
    for place in stride(from: 1, to: elements.count, by: 2) {
      guard let east = elements[place - 1].number, let north = elements[place].number else {
        throw value.fault("a ring has something else", expected: "numbers")
      }
      (longitude, latitude) = (longitude + east, latitude + north)
      ring.append(
        MapGeometry.Point(
          longitude: longitude / unitsOfDegree, latitude: latitude / unitsOfDegree))
    }
    return ring
  }
}
