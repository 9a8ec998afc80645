import Declaration
import Store
import Testing

@testable import Dashboard

extension Driver {
  /// The pane of the map inside its border.
  fileprivate var mapInside: Rectangle? { state.layout.panes[.map]?.inside }

  /// The country that a click on a cell selects.
  fileprivate mutating func click(column: Int, row: Int) -> Subject? {
    _ = state.update(.mouse(Mouse(.press, column: column, row: row)))
    return state.selected(in: .map)
  }

  fileprivate var selected: Subject? { state.selected(in: .map) }

  /// The cells of the map in which a country stands out.
  fileprivate func cells(standingOut emphasis: Emphasis = [.selected, .focused]) -> [(Int, Int)] {
    guard let inside = mapInside else { return [] }
    let frame = state.frame
    return (inside.row..<(inside.row + inside.rows)).flatMap { row in
      (inside.column..<(inside.column + inside.columns)).compactMap { column in
        let cell = frame.cells[row * frame.size.columns + column]
        return cell.style.emphasis.contains(emphasis) ? (column, row) : nil
      }
    }
  }
}

extension Character {
  fileprivate var isBraille: Bool {
    unicodeScalars.first.map { (0x2800...0x28FF).contains($0.value) } ?? false
  }
}

@Suite struct MapTests {
  static let sizes = [(80, 24), (120, 40), (200, 60)]

  /// Cells of the pane at 120x40, on the great map and on the inset, whose country everybody knows.
  @Test(arguments: [
    (32, 8, "CA"), (34, 11, "US"), (32, 16, "MX"), (54, 25, "BR"), (44, 26, "PE"),
    (56, 23, "BR"), (47, 34, "AR"), (3, 33, "GT"),
  ])
  func aCellBelongsToItsCountry(_ column: Int, _ row: Int, _ code: String) throws {
    var driver = try Driver()
    driver.type("m")
    #expect(driver.click(column: column, row: row) == .country(code))
  }

  /// Each capital lies in its country, wherever the country is more than a marker.
  @Test(arguments: sizes)
  func capitalsLieInTheirCountries(_ columns: Int, _ rows: Int) throws {
    let geometry = try Geometry.builtIn()
    let dossier = try Edition.builtIn()
    let atlas = MapAtlas(geometry, of: dossier)
    let size = Size(columns: columns, rows: rows)
    let places = dossier.countries.indices
    let window = try #require(
      MapWindow(
        on: places.flatMap(atlas.mainOutlines), centre: MapAtlas.centre, size: size,
        alignment: .upperRight))
    let sheet = MapSheet(atlas, window: window, size: size)
    for code in ["PE", "BR", "CA", "MX", "AR", "BO", "CO", "US"] {
      let place = try #require(dossier.index(of: code))
      let country = dossier.countries[place]
      let dots = window.dots(
        of: MapGeometry.Point(longitude: country.longitude, latitude: country.latitude))
      let cell = (column: Int(dots.x) / 2, row: Int(dots.y) / 4)
      // A capital by the sea or the border may fall into the cell beside its country.
      let near = [(0, 0), (1, 0), (-1, 0), (0, 1), (0, -1)].map {
        sheet.country(column: cell.column + $0.0, row: cell.row + $0.1)
      }
      #expect(near.contains(place), "\(country.capital.english) at \(cell)")
    }
  }

  /// At every size each country has a cell that a click selects it by.
  @Test(arguments: sizes + [(40, 20), (60, 30), (99, 50)])
  func everyCountryCanBeClicked(_ columns: Int, _ rows: Int) throws {
    var driver = try Driver(columns: columns, rows: rows)
    driver.type("m")
    let picture = try #require(driver.state.cartography.picture)
    let cells = (0..<picture.key.size.rows).flatMap { row in
      (0..<picture.key.size.columns).map { (column: $0, row: row) }
    }
    let found = Set(cells.compactMap { picture.country(column: $0.column, row: $0.row) })
    #expect(found == Set(driver.state.dossier.countries.indices))
  }

  @Test func arrowsReachEveryCountryFromEveryOther() throws {
    var driver = try Driver()
    driver.type("m")
    let countries = driver.state.dossier.countries.indices
    var ways: [Int: Set<Int>] = [:]
    for start in countries {
      for key: Key in [.up, .down, .left, .right] {
        driver.state.selectOnMap(start)
        driver.press(key)
        guard case .country(let code) = driver.selected else { continue }
        ways[start, default: []].formUnion([driver.state.dossier.index(of: code) ?? start])
      }
    }
    for start in countries {
      var (reached, waiting): (Set<Int>, [Int]) = ([start], [start])
      while let next = waiting.popLast() {
        for way in ways[next] ?? [] where reached.insert(way).inserted { waiting.append(way) }
      }
      #expect(reached == Set(countries), "from \(driver.state.dossier.countries[start].id)")
    }
  }

  @Test func arrowsGoWhereTheyPoint() throws {
    var driver = try Driver()
    driver.type("m/peru")
    driver.press(.enter, .escape)
    #expect(driver.state.view == .map && driver.selected == .country("PE"))
    driver.press(.right)
    #expect(driver.selected == .country("BR"))
    driver.type("/canada")
    driver.press(.enter, .escape, .down)
    #expect(driver.selected == .country("US"))
    driver.type("G")
    #expect(driver.selected == .country("AR") || driver.selected == .country("CL"))
  }

  /// Nothing of the map spills over the border, whatever the size.
  @Test(arguments: sizes + [(40, 20), (300, 100), (30, 60)])
  func noDotLeavesThePane(_ columns: Int, _ rows: Int) throws {
    var driver = try Driver(columns: columns, rows: rows)
    driver.type("m+S")
    let inside = try #require(driver.mapInside)
    let frame = driver.state.frame
    for row in 0..<rows {
      for column in 0..<columns
      where frame.cells[row * columns + column].character?.isBraille == true {
        // The legend stands in the lower border.
        #expect(
          inside.contains(column: column, row: row) || row == inside.row + inside.rows,
          "at \(column), \(row)")
      }
    }
  }

  @Test func theSelectedCountryStandsOut() throws {
    var driver = try Driver()
    driver.type("m/brazil")
    driver.press(.enter)
    let large = driver.cells().count
    #expect(large > 100)
    driver.press(.escape)
    driver.type("/barbados")
    driver.press(.enter)
    #expect((1...6).contains(driver.cells().count))
    driver.press(.tab)
    #expect(driver.cells().isEmpty && !driver.cells(standingOut: .selected).isEmpty)
  }

  /// Stepping through the days recolours the same sheets.
  @Test func theDayChangesColoursAndNothingElse() throws {
    var driver = try Driver(day: "2022-01-01")
    driver.type("m")
    let before = driver.state.cartography.picture?.main.dots.owners
    #expect(driver.row(with: "Map, 0 of 35 endorsed") != nil)
    var titles: Set<String> = []
    var filled: [Int] = []
    for _ in 0..<8 {
      driver.type("]")
      titles.insert(driver.rows[1])
      filled.append(driver.screen.count { $0 == "⣿" })
    }
    #expect(titles.count > 1 && filled == filled.sorted() && Set(filled).count > 1)
    #expect(driver.state.cartography.picture?.main.dots.owners == before)
  }

  /// What brings the map closer is offered where it is seen.
  @Test func aPageOverTheMapOffersNothingOfIt() throws {
    var driver = try Driver(columns: 93, rows: 40)
    driver.type("m")
    #expect(driver.rows.last?.contains("+ closer") == true)
    driver.press(.enter, .enter)
    driver.type("z")
    #expect(driver.state.layout.panes[.map] == nil)
    #expect(driver.rows.last?.contains("+ closer") == false)
  }

  @Test func goesCloserAndBack() throws {
    var driver = try Driver()
    driver.type("m/peru")
    driver.press(.enter, .escape)
    driver.type("+")
    #expect(driver.row(with: "Map: South America") != nil)
    #expect(driver.state.cartography.picture?.inset == nil)
    driver.press(.escape)
    #expect(driver.row(with: "Map, 21 of 35") != nil)
    driver.type("+-")
    #expect(driver.row(with: "Map, 21 of 35") != nil)
    driver.press(.escape)
    #expect(driver.state.view == .record)
    #expect(driver.state.selected(in: .countries) == .country("PE"), "the list follows the map")
    driver.type("m")
    driver.press(.right, .character("2"))
    #expect(driver.state.selected(in: .countries) == .country("BR"))
  }

  @Test func theMapFollowsTheFilter() throws {
    var driver = try Driver()
    driver.type("m/region:south status:endorsed")
    driver.press(.enter)
    #expect(driver.countries.count == 9)
    #expect(driver.row(with: "●PE") != nil && driver.row(with: "○BO") == nil)
    driver.type("/")
    driver.press(.control("u"))
    driver.type("zzz")
    #expect(driver.row(with: "Nothing matches") != nil)
  }

  @Test func fillsTellTheNumberOfCommitments() {
    let few = MapBands(most: 6)
    #expect([0, 1, 2, 3, 4, 9].map(few.fill) == [.outline, .sparse, .half, .half, .full, .full])
    let many = MapBands(most: 3000)
    #expect([0, 1, 999, 1000, 2000].map(many.fill) == [.outline, .sparse, .sparse, .half, .full])
  }

  @Test func withoutUnicodeItIsAListBySubregion() throws {
    var driver = try Driver(drawsUnicode: false)
    driver.type("m")
    #expect(!driver.screen.contains { $0.isBraille })
    let regions = ["Northern America", "Central America", "Caribbean", "South America"]
    let rows = regions.map { region in
      driver.rows.firstIndex { $0.hasPrefix("│ \(region)") } ?? -1
    }
    #expect(rows == rows.sorted() && !rows.contains(-1))
    #expect(driver.row(with: "● PE Peru")?.contains("endorsed") == true)
    driver.press(.down)
    #expect(driver.selected == .country("US"))
    driver.type("S")
    #expect(driver.row(with: "US United States")?.contains("commitments") == true)
    driver.type("+")
    #expect(driver.row(with: "South America") != nil)
  }

  @Test func withoutGeometryItIsAList() throws {
    var state = DashboardState(
      try Edition.builtIn(), size: Size(columns: 120, rows: 40), clock: Driver.clock)
    _ = state.update(.key(.character("m")))
    #expect(state.frame.textRows.contains { $0.hasPrefix("│ South America") })
  }

  @Test func geometryIsNotReadBeforeTheMapIsOpened() throws {
    var driver = try Driver()
    driver.type("2jjx")
    #expect(driver.state.cartography.atlas == nil)
    driver.press(.escape)
    driver.type("m")
    #expect(driver.state.cartography.atlas != nil)
  }
}
