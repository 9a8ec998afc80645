import Declaration

/// The figures of the matrix, counted once.
struct MatrixTable {
  private let packages: [ActionPackage]
  private let day: Day
  /// How many commitments each package has.
  private let totals: [Int]
  /// How many commitments each country has in each package, country by country in the order of the
  /// dossier's.
  private let counts: [Int]

  /// How many commitments are in a package.
  let sum: Int

  init(_ snapshot: Snapshot) {
    (packages, day) = (snapshot.packages, snapshot.day)
    let dossier = snapshot.dossier
    let column = dossier.packages.map { package in
      snapshot.packages.firstIndex { $0.id == package.id }
    }
    totals = snapshot.packages.map { package in
      dossier.packages.firstIndex { $0.id == package.id }.map(snapshot.counts.inPackage) ?? 0
    }
    let width = snapshot.packages.count
    // One row more, for commitments of unknown country.
    var counts = [Int](repeating: 0, count: (dossier.countries.count + 1) * width)
    var sum = 0
    for place in dossier.commitmentPlaces[..<snapshot.commitments.endIndex] {
      guard let column = place.package.flatMap({ column[$0] }) else { continue }
      counts[place.country * width + column] += 1
      sum += 1
    }
    (self.counts, self.sum) = (counts, sum)
  }

  func commitments(inPackageAt place: Int) -> Int { totals[place] }

  /// A country's row, by its place in the dossier's countries: its commitments in each package.
  func counts(ofCountryAt place: Int) -> [Int] {
    Array(counts[(place * packages.count)..<((place + 1) * packages.count)])
  }

  func isInNoPackage(_ country: CountryCode) -> Bool {
    packages.indices.allSatisfy { role(of: country, inPackageAt: $0) == nil }
  }

  /// What a country did in a package, as of the day; nil where it took no part.
  func role(of country: CountryCode, inPackageAt place: Int) -> ActionPackage.Role? {
    packages[place].members[country].flatMap { $0.since.last <= day ? $0.role : nil }
  }
}
