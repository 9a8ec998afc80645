import Declaration

/// Turns a JSON document into a dossier, or tells everything that is wrong with it.
///
/// One fault an entry is enough to mend it; the reading goes on with the next entry.
struct DossierReader {
  private let record: RecordEntry
  private var faults: [RecordFault] = []
  /// More than a person mends in one go; finding the line of each costs a look at the whole file.
  private static let faultLimit = 100

  init(_ document: JSONDocument) throws {
    let root = document.root
    do {
      record = try RecordEntry(root, at: .record, references: References(in: root))
    } catch {
      throw RecordFaults(faults: [error])
    }
  }

  mutating func dossier() throws -> Dossier {
    let title = field("title", RecordEntry.wording)
    let shortTitle = field("shortTitle", RecordEntry.wording)
    let startDay = field("asOf", RecordEntry.day)
    let regions = entries("regions", RecordEntry.region)
    let sources = entries("sources", RecordEntry.source)
    let pillars = entries("pillars", RecordEntry.pillar)
    let packages = entries("packages", RecordEntry.package)
    let countries = entries("countries", RecordEntry.country)
    let endorsements = entries("endorsements", RecordEntry.endorsement)
    let meetings = entries("meetings", RecordEntry.meeting)
    let commitments = entries("commitments", RecordEntry.commitment)
    let context = entries("context", RecordEntry.contextEntry)
    let disputes = entries("disputes", RecordEntry.dispute)
    guard faults.isEmpty, let title, let shortTitle, let startDay else {
      throw RecordFaults(faults: faults.sorted { ($0.line, $0.column) < ($1.line, $1.column) })
    }
    return Dossier(
      title: title, shortTitle: shortTitle, startDay: startDay, regions: regions, sources: sources,
      pillars: pillars, packages: packages, countries: countries, endorsements: endorsements,
      meetings: meetings, commitments: commitments, context: context, disputes: disputes)
  }

  /// Reads something by its name or id from an entry.
  private typealias Reading<Meaning> = (RecordEntry) -> (String) throws(RecordFault) -> Meaning

  /// A field of the record itself.
  private mutating func field<Meaning>(_ name: String, _ read: Reading<Meaning>) -> Meaning? {
    do throws(RecordFault) {
      return try read(record)(name)
    } catch {
      faults.append(error)
      return nil
    }
  }

  /// The entries of one of the record's collections that can be read.
  private mutating func entries<Fact>(_ collection: String, _ read: Reading<Fact>) -> [Fact] {
    let members = field(collection, RecordEntry.members) ?? []
    var facts: [Fact] = []
    facts.reserveCapacity(members.count)
    for (id, key, value) in members {
      if faults.count >= DossierReader.faultLimit { break }
      do throws(RecordFault) {
        guard !id.isEmpty else {
          throw key.fault("an entry of \(collection) has an empty id", expected: "an id")
        }
        let entry = try record.entry(value, collection, id: id)
        facts.append(try read(entry)(id))
      } catch {
        faults.append(error)
      }
    }
    return facts
  }
}
