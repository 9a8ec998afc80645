import Declaration
import Store

/// What is found about the record, the store and the configuration.
struct RecordFindings {
  let record: RecordSource

  /// Findings in the order in which one rests on the other: without a sound configuration it is not
  /// known which record and which store are meant.
  var all: [Finding] {
    let configuration = configuration
    guard case .success = Configuration.reading else { return [configuration] }
    return [configuration, edition] + store
  }

  private var configuration: Finding {
    let file = Configuration.path ?? "no place for it is known"
    switch Configuration.reading {
    case .failure(let error):
      let fault = (error as? RecordFaults)?.faults.first?.description ?? "\(error)"
      return Finding(
        "configuration", .trouble, fault, "no command that asks for it works",
        advice: "Mend that line, or move the file away.")
    case .success(let configuration):
      guard configuration.isThere else {
        return Finding("configuration", .ok, "\(file) is not there", "everything is as usual")
      }
      if let fault = configuration.keyFaults?.faults.first {
        return Finding(
          "configuration", .trouble, fault.description, "the dashboard does not open",
          advice: "Mend that line, or move the file away.")
      }
      let set = Setting.allCases.filter { configuration[$0] != nil }.map(\.rawValue)
      let found = set.isEmpty ? "sets nothing" : "sets \(set.joined(separator: ", "))"
      return Finding(
        "configuration", .ok, "\(file) \(found)", "“ladmp config” tells where each value comes from"
      )
    }
  }

  private var edition: Finding {
    let name = record.named ?? "the built-in edition"
    do {
      let bytes = try record.named.map { try RecordFile.bytes(of: $0) } ?? Edition.builtInBytes
      let file = record.named ?? Edition.builtInName
      let dossier = try Edition.dossier(bytes, file: file)
      let remarks = try RecordCheck.remarks(on: bytes, file: file)
      let found = "\(name) of \(dossier.startDay), \(dossier.sources.count) sources"
      guard remarks.isEmpty else {
        return Finding(
          "edition", .trouble, "\(found), \(remarks.count) mistakes",
          remarks.first?.description ?? "", advice: "“ladmp check” tells all of them.")
      }
      return Finding("edition", .ok, found, "the record is sound")
    } catch {
      let fault = (error as? RecordFaults)?.faults.first?.description ?? "\(error)"
      return Finding(
        "edition", .trouble, fault, "the record can't be opened",
        advice: "“ladmp check” tells every fault; without --edition the built-in one opens.")
    }
  }

  // MARK: The store

  private var store: [Finding] {
    guard let folder = record.own.folder(edition: record.named) else {
      return [
        Finding(
          "store", .trouble, "neither HOME nor XDG_DATA_HOME is set", "nothing can be saved",
          advice: "Set HOME, or name a file with --store.")
      ]
    }
    let inspection = StoreInspection(folder)
    let lock = Finding(
      "lock", inspection.isLocked ? .note : .ok,
      inspection.isLocked ? "another instance is writing" : "nobody is writing",
      inspection.isLocked ? "a save waits until it is done" : "changes are saved at once")
    return [finding(on: folder, inspection), lock]
  }

  private func finding(on folder: StoreFolder, _ inspection: StoreInspection) -> Finding {
    let file = folder.store
    if let fault = fault(in: folder) {
      return Finding(
        "store", .trouble, fault, "the edition alone is shown, and nothing is written over it",
        advice: inspection.hasPrevious
          ? "Mend it, or “ladmp restore” puts the version before in its place." : "Mend it.")
    }
    guard inspection.isWritable else {
      return Finding(
        "store", .trouble, "\(file) can't be written", "what you add is kept in memory only",
        advice: "Mend the rights of the folder, or name another file with --store.")
    }
    guard inspection.isThere else {
      return Finding(
        "store", .ok, "\(file) is not there yet", "it is made with the first thing that you add")
    }
    guard !inspection.isOpenToOthers else {
      return Finding(
        "store", .note, file, "others on this machine can read it",
        advice: "chmod 600 keeps your notes yours.")
    }
    return Finding("store", .ok, file, "it can be read and written")
  }

  /// What is wrong with the store; nil where it can be read, or the edition under it can't.
  private func fault(in folder: StoreFolder) -> String? {
    let bytes = try? record.named.map { try RecordFile.bytes(of: $0) }
    guard
      var ledger = try? Ledger(
        edition: bytes, file: record.named ?? Edition.builtInName, folder: folder)
    else { return nil }
    ledger.refresh()
    if case .broken(let fault) = ledger.status { return fault }
    return nil
  }
}
