import Declaration

/// A page that a link led to, and where the reader was on the page before it.
struct FollowedPage: Hashable, Sendable {
  let subject: Subject
  let offsetBefore: Int
  let linkBefore: Int?
}

/// Where the reader is in the detail: the pages that links led to from what was selected, and how
/// far the last of them is scrolled.
struct Reading: Hashable, Sendable {
  let followedFrom: Subject?
  let followed, undone: [FollowedPage]
  let link: Int?
  let offset: Int
  let isInDetail: Bool
  /// What the place of the link counts in.
  let record: Int
  let day: Day
}

extension DashboardState {
  var reading: Reading {
    Reading(
      followedFrom: followedFrom, followed: followed, undone: undone, link: detailLink,
      offset: offsets[.detail] ?? 0, isInDetail: focus == .detail,
      record: recordNumber, day: snapshot.day)
  }

  /// Back where the reader was before another view was opened, if the same is selected still.
  mutating func resumeReading() {
    relist()
    guard let before = readingBefore, before.followedFrom == listSubject,
      before.followed.allSatisfy({ dossier.has($0.subject) })
    else { return }
    followedFrom = before.followedFrom
    (followed, undone) = (before.followed, before.undone.filter { dossier.has($0.subject) })
    // In a page that was made anew, another entry may stand in that place.
    let isSame = before.record == recordNumber && before.day == snapshot.day
    detailLink = isSame ? before.link : nil
    offsets[.detail] = before.offset
    if before.isInDetail { focus = .detail }
  }

  /// Forgets the way from fact to fact, because another is selected in the list: its page begins at
  /// the top.
  mutating func endTrail() {
    (followed, undone, detailLink, followedFrom) = ([], [], nil, listSubject)
    offsets[.detail] = 0
  }

  /// Goes where the chosen link leads.
  mutating func followLink() {
    guard let detailLink, page.links.indices.contains(detailLink) else { return }
    let target = page.links[detailLink].target
    guard target != subject else { return }
    undone = []
    go(to: target)
  }

  /// Goes to the page of a subject, from which there is a way back.
  mutating func go(to subject: Subject) {
    followed.append(
      FollowedPage(
        subject: subject, offsetBefore: offsets[.detail] ?? 0, linkBefore: detailLink))
    (offsets[.detail], detailLink) = (0, nil)
  }

  /// To the page before; false when there is none.
  mutating func goBack() -> Bool {
    guard let last = followed.popLast() else { return false }
    undone.append(last)
    (offsets[.detail], detailLink) = (last.offsetBefore, last.linkBefore)
    return true
  }

  /// To the page that was gone back from.
  mutating func goForward() {
    guard let page = undone.popLast() else {
      notice = Notice(language("There is no page ahead."))
      return
    }
    go(to: page.subject)
  }

  /// The rows of the page that a pane shows when it is scrolled so far.
  func window(at offset: Int) -> Range<Int> {
    offset..<(offset + max(1, layout.panes[.detail]?.inside.rows ?? 1))
  }

  private func isWhole(_ link: Int, in window: Range<Int>) -> Bool {
    let rows = page.links[link].rows
    return rows.clamped(to: window) == rows
  }

  /// To the next link on screen; where there is none, a line further.
  mutating func stepInDetail(by direction: Int) {
    let window = window(at: offsets[.detail] ?? 0)
    let onScreen = page.links.indices.filter { isWhole($0, in: window) }
    let next =
      direction > 0
      ? onScreen.first { place in detailLink.map { place > $0 } ?? true }
      : onScreen.last { place in detailLink.map { place < $0 } ?? true }
    if let next {
      detailLink = next
    } else {
      scrollDetail(by: direction)
    }
  }

  /// Scrolls the detail; a link that is left behind is no longer chosen.
  mutating func scrollDetail(by distance: Int) {
    let most = max(0, page.lines.count - window(at: 0).count)
    let offset = max(0, min((offsets[.detail] ?? 0) + distance, most))
    offsets[.detail] = offset
    if let link = detailLink, page.links.indices.contains(link),
      isWhole(link, in: window(at: offset))
    {
      return
    }
    detailLink = nil
  }
}
