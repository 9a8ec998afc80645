import Declaration

/// Turns the edition and the user's store into a dossier, or tells everything that is wrong with
/// the edition.
///
/// One fault an entry is enough to mend it; the reading goes on with the next entry. An entry of the
/// store with a fault is left out and told, and the edition's stands in its place.
struct DossierReader {
  private let merged: MergedRecord
  private let record: RecordEntry
  private let progress: @Sendable (Double) -> Void
  private var faults: [RecordFault] = []
  private var rejected: [RejectedEntry] = []
  /// What is wrong with entries of the store.
  private(set) var rejectedFaults: [FactPath: RecordFault] = [:]
  /// More than a person mends in one go; finding the line of each costs a look at the whole file.
  private static let faultLimit = 100

  /// - Parameters:
  ///   - progress: told now and then how much of the commitments is read, from 0 to 1.
  init(
    _ edition: JSONDocument, own: StoreText? = nil,
    progress: @escaping @Sendable (Double) -> Void = { _ in }
  ) throws {
    merged = MergedRecord(edition: edition.root, own: own?.document.root)
    self.progress = progress
    do {
      record = try RecordEntry(edition.root, at: .record, references: References(in: merged))
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
    var own = OwnRecordReader(merged, rejected: rejected)
    return Dossier(
      title: title, shortTitle: shortTitle, startDay: startDay, regions: regions, sources: sources,
      pillars: pillars, packages: packages, countries: countries, endorsements: endorsements,
      meetings: meetings, commitments: commitments, context: context, disputes: disputes,
      own: own.ownRecord())
  }

  /// Reads something by its name or id from an entry.
  private typealias Reading<Meaning> = (RecordEntry) -> (String) throws(RecordFault) -> Meaning

  /// A field of the record itself.
  private mutating func field<Meaning>(_ name: String, _ read: Reading<Meaning>) -> Meaning? {
    if let (object, own) = merged.changedField(name) {
      do throws(RecordFault) {
        let changed = try RecordEntry(object, at: .record, references: record.references)
        return try read(changed)(name)
      } catch {
        reject(EntryKey("", name).path, own.fault(error.problem, expected: error.expectation))
      }
    }
    do throws(RecordFault) {
      return try read(record)(name)
    } catch {
      faults.append(error)
      return nil
    }
  }

  private mutating func reject(_ path: FactPath, _ fault: RecordFault) {
    rejected.append(RejectedEntry(path: path, fault: fault.description))
    rejectedFaults[path] = fault
  }

  /// The entries of one of the record's collections that can be read.
  private mutating func entries<Fact>(_ collection: String, _ read: Reading<Fact>) -> [Fact] {
    if let own = merged.own?[collection], let fault = own.faultOfNoCollection(collection) {
      reject(FactPath(collection), fault)
    }
    let merged = merged
    let count = merged.count(of: collection)
    var facts: [Fact] = []
    facts.reserveCapacity(count)
    var place = 0
    do throws(RecordFault) {
      try merged.forEachEntry(of: collection) { entry in
        guard faults.count < DossierReader.faultLimit else { return false }
        place += 1
        if place % 4096 == 0 { progress(Double(place) / Double(count)) }
        do throws(RecordFault) {
          facts.append(try fact(entry, entry.value, collection, read))
        } catch {
          facts += standIn(for: entry, collection, read, fault: error)
        }
        return true
      }
    } catch {
      faults.append(error)
    }
    return facts
  }

  private func fact<Fact>(
    _ entry: MergedRecord.Entry, _ value: JSONValue, _ collection: String, _ read: Reading<Fact>
  ) throws(RecordFault) -> Fact {
    guard !entry.id.isEmpty else {
      throw entry.key.fault("an entry of \(collection) has an empty id", expected: "an id")
    }
    return try read(try record.entry(value, collection, id: entry.id))(entry.id)
  }

  /// What stands in the place of an entry with a fault: the edition's where the fault is the store's.
  private mutating func standIn<Fact>(
    for entry: MergedRecord.Entry, _ collection: String, _ read: Reading<Fact>, fault: RecordFault
  ) -> [Fact] {
    guard let own = entry.own else {
      faults.append(fault)
      return []
    }
    // A joined entry has no lines of its own: the store's entry is where it can be mended.
    let place =
      entry.edition == nil ? fault : own.fault(fault.problem, expected: fault.expectation)
    reject(FactPath(collection, entry.id), place)
    guard let edition = entry.edition else { return [] }
    do throws(RecordFault) {
      return [try fact(entry, edition, collection, read)]
    } catch {
      faults.append(error)
      return []
    }
  }
}
