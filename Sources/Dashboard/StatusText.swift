import Declaration

extension DashboardState {
  /// Rows over the footer that say for how long something is wrong with the user's record.
  var statusLines: [Line] {
    guard let trouble, size.rows >= DashboardState.rowsForStatus else { return [] }
    let columns = max(1, size.columns - 2)
    let most = size.rows >= 20 ? 3 : 1
    let lines = Line(" " + trouble.whole, .warning).wrapped(to: columns, indent: 1)
    return lines.count <= most ? lines : [shortTrouble ?? lines[0]]
  }

  /// The same in one row, where there is no room for more.
  var shortTrouble: Line? {
    guard let trouble else { return nil }
    let room = size.columns - 2 - trouble.head.cellWidth - trouble.way.cellWidth
    var reason = Array(trouble.reason)
    // The end of a reason says most: it comes after the name of the file.
    while reason.count > 1, String(reason).cellWidth > room {
      reason.removeFirst(2)
      reason.insert("…", at: 0)
    }
    return Line(" \(trouble.head)\(String(reason))\(trouble.way)", .warning)
      .truncated(to: size.columns)
  }

  /// Smaller screens have the trouble in place of the keys.
  private static let rowsForStatus = 10

  private var trouble: (head: String, reason: String, way: String, whole: String)? {
    let parts: (String, String, String)
    switch storeStatus {
    case .saved, .busy:
      let count = dossier.own.rejected.count
      guard count > 0 else { return nil }
      let head = language(
        count, one: "One entry of your record can't be read",
        other: "\(count: count) entries of your record can't be read")
      parts = (
        head, "", "\(language.semicolon) \(language("\(key: label(.own)) lists what and where"))"
      )
    case .unsaved(let reason):
      parts = (
        "\(language("Not saved:")) ", reason,
        "\(language.semicolon) \(language("\(key: label(.saveElsewhere)) saves elsewhere"))"
      )
    case .broken(let place):
      let changes =
        isChangedInMemory
        ? ", \(language("\(key: label(.saveElsewhere)) saves your changes elsewhere"))" : ""
      parts = (
        "\(language("Your record can't be read:")) ", place,
        "\(language.semicolon) \(language("\(key: label(.restorePrevious)) puts the previous version in place"))\(changes)"
      )
    }
    return (parts.0, parts.1, parts.2, parts.0 + parts.1 + parts.2)
  }

  /// What is being done, for the footer.
  var busyLine: Line? {
    guard case .busy(let text, let done) = storeStatus else { return nil }
    let share =
      done.map { "\(language.colon) \(Int((max(0, min($0, 1)) * 100).rounded())) %" } ?? ""
    return Line(" \(language.text(text))\(share)", .notice)
  }
}
