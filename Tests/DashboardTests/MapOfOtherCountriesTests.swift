import Declaration
import Store
import Testing

@testable import Dashboard

/// The map of records that have other countries than the edition.
@Suite struct MapOfOtherCountriesTests {
  private let edition: Dossier

  init() throws { edition = try Edition.builtIn() }

  /// A record of countries and nothing else.
  private func record(of countries: [Country]) -> Dossier {
    Dossier(
      title: edition.title, shortTitle: edition.shortTitle, startDay: edition.startDay,
      regions: edition.regions, sources: [], pillars: [], packages: [], countries: countries,
      endorsements: [], meetings: [], commitments: [], context: [], disputes: [])
  }

  private func state(of record: Dossier) -> DashboardState {
    DashboardState(
      record, size: Size(columns: 120, rows: 40), clock: Driver.clock,
      geometry: { try? Geometry.builtIn() })
  }

  /// Records of one's own may have other countries, many of them, under names of any script.
  @Test func drawsCountriesWithoutOutline() throws {
    let letters = (0..<26).compactMap { Unicode.Scalar(UInt8(65 + $0)) }.map(String.init)
    let own = letters.flatMap { first in letters.map { first + $0 } }
      .filter { edition.country($0) == nil }.prefix(300).enumerated().map { place, code in
        Country(
          id: code, alpha3: code + "X", numeric: "\(100 + place)",
          name: Wording("国\u{202E}\(code)"), capital: Wording(code),
          region: "south-america", longitude: Double(place) - 170,
          latitude: Double(place % 120) - 60)
      }
    var state = state(of: record(of: edition.countries + own))
    for key in "m+S" { _ = state.update(.key(.character(key))) }
    for key: Key in [.down, .left, .right, .up, .end] { _ = state.update(.key(key)) }
    #expect(state.isMapDrawn && state.frame.textRows.allSatisfy { $0.cellWidth <= 120 })
  }

  /// A country may be taken away or come back while its map is drawn.
  @Test func countriesComeAndGo() throws {
    func first(_ count: Int) -> Dossier { record(of: Array(edition.countries.prefix(count))) }
    var state = state(of: first(34))
    _ = state.update(.key(.character("m")))
    for count in [35, 20, 34] {
      _ = state.update(.record(first(count), isEditionAlone: false))
      _ = state.update(.resize(Size(columns: 100 + count, rows: 40)))
      #expect(state.cartography.atlas?.outlines.count == count)
      var anew = state
      anew.settleAnew()
      #expect(anew.frame == state.frame)
    }
  }
}
