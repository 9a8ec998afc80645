import Declaration

/// Looks for mistakes in a record that can be read: facts that can't be true together.
public struct RecordCheck {
  private let root: JSONValue
  private let dossier: Dossier
  private var remarks: [RecordFault] = []

  /// What is wrong in a file, or in the built-in record, in order of the places.
  ///
  /// - Throws: ``FileFault`` when the file can't be read, ``RecordFaults`` when it is no record.
  public static func remarks(on file: String?) throws -> [RecordFault] {
    try remarks(
      on: try file.map { try RecordFile.bytes(of: $0) } ?? Edition.builtInBytes,
      file: file ?? Edition.builtInName)
  }

  /// What is wrong in a record's bytes, in order of the places.
  ///
  /// - Throws: ``RecordFaults`` when they are no record.
  public static func remarks(on bytes: [UInt8], file: String) throws -> [RecordFault] {
    let dossier = try Edition.dossier(bytes, file: file)
    var check = RecordCheck(root: try JSONDocument(bytes, file: file).root, dossier: dossier)
    check.endorsements()
    check.commitments()
    check.disputes()
    check.figures(in: check.root)
    return check.remarks.sorted { ($0.line, $0.column) < ($1.line, $1.column) }
  }

  private init(root: JSONValue, dossier: Dossier) {
    (self.root, self.dossier) = (root, dossier)
  }

  private mutating func remark(_ path: [String], _ problem: String, expected: String) {
    guard let value = root.value(at: path) else { return }
    remarks.append(value.fault(problem, expected: expected))
  }

  /// Nobody can endorse before the meeting at which the Declaration was made.
  private mutating func endorsements() {
    guard let first = dossier.meetings.first else { return }
    for (code, endorsement) in dossier.endorsements where endorsement.date.last < first.date.first {
      remark(
        ["endorsements", code, "date"], "\(code) endorses before the Declaration",
        expected: "a day from \(first.date.first) on")
    }
  }

  private mutating func commitments() {
    let ids = Dictionary(uniqueKeysWithValues: dossier.commitments.map { ($0.id, $0) })
    for commitment in dossier.commitments {
      let path = ["commitments", commitment.id]
      if let due = commitment.due, due.last < commitment.announced.first {
        remark(
          path + ["due"], "\(commitment.id) is due before it is announced",
          expected: "a day from \(commitment.announced.first) on")
      }
      if let meeting = commitment.meeting.flatMap({ dossier.meeting($0) }),
        commitment.announced.last < meeting.date.first
      {
        remark(
          path + ["announced"], "\(commitment.id) is announced before its meeting",
          expected: "a day from \(meeting.date.first) on")
      }
      if let package = commitment.package.flatMap({ dossier.package($0) }),
        package.pillar != commitment.pillar
      {
        remark(
          path + ["package"], "package \(package.id) does not serve pillar \(commitment.pillar)",
          expected: "a package of the commitment's pillar")
      }
      if let whole = commitment.partOf.flatMap({ ids[$0] }) { part(commitment, of: whole) }
    }
  }

  private mutating func part(_ commitment: Commitment, of whole: Commitment) {
    guard let amount = commitment.amount, let all = whole.amount, amount.unit == all.unit else {
      return
    }
    if amount.value > all.value {
      remark(
        ["commitments", commitment.id, "amount"], "a part is more than its whole, \(whole.id)",
        expected: "at most that amount")
    }
  }

  private mutating func disputes() {
    for dispute in dossier.disputes {
      let texts = Set(dispute.sides.map(\.text.english))
      if texts.count < dispute.sides.count {
        remark(
          ["disputes", dispute.id, "sides"], "two sides of \(dispute.id) say the same",
          expected: "sides that differ")
      }
    }
  }

  /// Every text with translations has as many figures in each.
  private mutating func figures(in value: JSONValue) {
    if let english = value["en"]?.string {
      let count = RecordCheck.figureCount(english)
      for language in Language.allCases {
        guard let text = value[language.rawValue], let string = text.string,
          RecordCheck.figureCount(string) != count
        else { continue }
        remarks.append(
          text.fault(
            "the text in “\(language.rawValue)” has \(RecordCheck.figureCount(string)) figures",
            expected: "\(count), as in English"))
      }
      return
    }
    for (_, member) in value.members { figures(in: member) }
    for element in value.elements { figures(in: element) }
  }

  /// Runs of digits; a sign between digits, as in 4,000 or 4 000 or 1.5, does not part them.
  static func figureCount(_ text: String) -> Int {
    let characters = Array(text)
    return characters.indices.count { place in
      guard characters[place].isNumber, characters[place].isASCII else { return false }
      guard place > 0 else { return true }
      if characters[place - 1].isNumber { return false }
      let joins = ",.\u{A0}\u{202F} ".contains(characters[place - 1])
      return !(joins && place > 1 && characters[place - 2].isNumber)
    }
  }
}
