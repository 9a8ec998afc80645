import Declaration

/// The figures of the matrix, counted once.
struct MatrixTable {
  private let packages: [ActionPackage]
  private let day: Day
  /// How many commitments each package has.
  private let totals: [Int]
  private var counts: [CountryCode: [Int]] = [:]

  init(_ snapshot: Snapshot) {
    (packages, day) = (snapshot.packages, snapshot.day)
    let all = snapshot.dossier.packages
    totals = packages.map { package in
      all.firstIndex { $0.id == package.id }.map(snapshot.counts.inPackage) ?? 0
    }
    let ids = packages.map(\.id)
    for commitment in snapshot.commitments {
      guard let place = commitment.package.flatMap(ids.firstIndex) else { continue }
      counts[commitment.country, default: Array(repeating: 0, count: ids.count)][place] += 1
    }
  }

  var sum: Int { counts.values.reduce(0) { $0 + $1.reduce(0, +) } }

  func commitments(inPackageAt place: Int) -> Int { totals[place] }

  /// A country's row: its commitments in each package; nil where it has none.
  func counts(of country: CountryCode) -> [Int]? { counts[country] }

  func isInNoPackage(_ country: CountryCode) -> Bool {
    packages.indices.allSatisfy { role(of: country, inPackageAt: $0) == nil }
  }

  /// What a country did in a package, as of the day; nil where it took no part.
  func role(of country: CountryCode, inPackageAt place: Int) -> ActionPackage.Role? {
    packages[place].members[country].flatMap { $0.since.last <= day ? $0.role : nil }
  }
}
