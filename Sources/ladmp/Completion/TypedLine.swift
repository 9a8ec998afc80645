import ArgumentParser
import Declaration
import Store

/// A command line that is being typed, as the shell hands it over when a word is to be completed.
struct TypedLine {
  private let words: [String]
  /// What is typed of the word.
  let word: String
  /// How much of the word's beginning the shell leaves as it is.
  private let keptLength: Int

  /// - Parameter place: the word's place among the words.
  init(_ words: [String], _ place: Int) {
    self.words = words
    let last = words.indices.contains(place) ? words[place] : ""
    guard CompletionShell.requesting == .bash else {
      (word, keptLength) = (last, 0)
      return
    }
    // Bash takes a word apart at these signs.
    let signs: Set = [":", "="]
    var pieces = [last]
    var place = min(place, words.count)
    while place > 1, signs.contains(pieces[0]) || signs.contains(words[place - 1]) {
      place -= 1
      pieces.insert(words[place], at: 0)
    }
    word = pieces.joined()
    keptLength = word.count - (signs.contains(last) ? 0 : last.count)
  }

  /// The value of an option; nil where it is not given.
  private func value(of option: String) -> String? {
    for (place, word) in words.enumerated() {
      if word == option, place + 1 < words.count { return words[place + 1] }
      if word.hasPrefix("\(option)=") { return String(word.dropFirst(option.count + 1)) }
    }
    return nil
  }

  /// The record that the line names, with the user's own; nil where it can't be read, which is
  /// nothing to tell in the middle of a line.
  var dossier: Dossier? {
    guard case .success(let configuration) = Configuration.reading else { return nil }
    let edition = value(of: "--edition") ?? configuration[.edition]
    var options = StoreOptions()
    options.store = value(of: "--store")
    guard let folder = options.folder(edition: edition) else { return nil }
    var ledger = try? Ledger(
      edition: edition.map { try RecordFile.bytes(of: $0) }, file: edition ?? Edition.builtInName,
      folder: folder)
    ledger?.refresh()
    return ledger?.dossier
  }

  /// The record as of the day that the line names.
  var snapshot: Snapshot? {
    guard let dossier else { return nil }
    let day = value(of: "--as-of").flatMap { AsOfDay(argument: $0) }
    return dossier.asOf(day?.day(today: WallClock.now().today) ?? dossier.startDay)
  }

  /// Words that complete what is typed, in the form that the shell wants.
  func answer(_ candidates: [Candidate]) -> [String] {
    candidates.compactMap { $0.completing(word) }.map { candidate in
      candidate.written(for: CompletionShell.requesting, without: keptLength)
    }
  }
}
