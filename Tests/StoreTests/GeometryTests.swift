import Declaration
import Foundation
import Store
import Testing

@Suite struct GeometryTests {
  @Test func everyCountryOfTheEditionHasAnOutline() throws {
    let geometry = try Geometry.builtIn()
    let dossier = try Edition.builtIn()
    #expect(Set(geometry.countries.keys) == Set(dossier.countries.map(\.id)))
    for (code, rings) in geometry.countries {
      #expect(!rings.isEmpty && rings.allSatisfy { $0.count > 2 }, "\(code)")
    }
    #expect(!geometry.others.isEmpty)
  }

  @Test func outlinesLieInTheAmericas() throws {
    let geometry = try Geometry.builtIn()
    for ring in geometry.countries.values.joined() + geometry.others {
      #expect(
        ring.allSatisfy {
          (-170.0 ... -26.0).contains($0.longitude) && (-56.5...75.0).contains($0.latitude)
        })
    }
  }

  private struct File: Decodable {
    let states: [String: [[Int]]]
    let other: [[Int]]
  }

  /// The outlines are not read as JSON, but are what a reader of JSON finds.
  @Test func everyRingIsThatOfTheFile() throws {
    let geometry = try Geometry.builtIn()
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let url = root.appending(path: "Resources/map.json")
    let file = try JSONDecoder().decode(File.self, from: Data(contentsOf: url))
    func ring(_ numbers: [Int]) -> MapGeometry.Ring {
      var (east, north) = (0, 0)
      return stride(from: 1, to: numbers.count, by: 2).map { place in
        (east, north) = (east + numbers[place - 1], north + numbers[place])
        return MapGeometry.Point(longitude: Double(east) / 100, latitude: Double(north) / 100)
      }
    }
    #expect(geometry.others == file.other.map(ring))
    #expect(geometry.countries == file.states.mapValues { $0.map(ring) })
  }

  /// The steps from point to point add up: places on coasts and borders that are well known.
  @Test func aRingIsWhatItsStepsAddUpTo() throws {
    let geometry = try Geometry.builtIn()
    let argentina = try #require(geometry.countries["AR"]?.first)
    #expect(abs((argentina.first?.longitude ?? 0) + 66.71) < 1e-9)
    #expect(abs((argentina.first?.latitude ?? 0) + 22.21) < 1e-9)
    #expect(abs(argentina[1].longitude + 66.31) < 1e-9 && abs(argentina[1].latitude + 22.08) < 1e-9)
    let paraguay = try #require(geometry.countries["PY"]?.first)
    #expect(paraguay.allSatisfy { (-63.0 ... -54.0).contains($0.longitude) })
  }
}
