/// Something that a user can ask for with a key.
public enum Request: String, CaseIterable, Sendable {
  case up, down, pageUp, pageDown, halfPageUp, halfPageDown, top, bottom
  case left, right, nextPane, previousPane, pillars, countries, timeline, detail
  case open, back, pageBefore, pageAfter, zoom
  case borderLeft, borderRight, borderUp, borderDown, usualBorders
  case filter, endorsed, attended, without
  case nextMeeting, earlier, later, today, chooseDay
  case commitments, matrix, map, charts, closer, farther, sources, changes, compare, sort, firstDay,
    openLink, copy, briefing
  case own, note, bookmark, edit, add, delete, undo, redo
  case sync, editionAlone, saveElsewhere, restorePrevious
  case help, palette, language, theme, mouse, repaint, suspend, quit

  /// The heading under which the help lists it.
  public enum Group: String, CaseIterable, Sendable {
    case move = "Move"
    case panes = "Panes"
    case select = "Select and filter"
    case time = "Time"
    case views = "Views"
    case own = "Your record"
    case program = "Program"
  }

  /// Where it stands in the help.
  public var group: Group {
    switch self {
    case .up, .down, .pageUp, .pageDown, .halfPageUp, .halfPageDown, .top, .bottom: .move
    case .left, .right, .nextPane, .previousPane, .pillars, .countries, .timeline, .detail, .zoom,
      .borderLeft, .borderRight, .borderUp, .borderDown, .usualBorders:
      .panes
    case .open, .back, .pageBefore, .pageAfter, .filter, .endorsed, .attended, .without: .select
    case .nextMeeting, .earlier, .later, .today, .chooseDay: .time
    case .commitments, .matrix, .map, .charts, .closer, .farther, .sources, .changes, .compare,
      .sort, .firstDay, .openLink, .copy, .briefing:
      .views
    case .own, .note, .bookmark, .edit, .add, .delete, .undo, .redo, .sync, .editionAlone,
      .saveElsewhere, .restorePrevious:
      .own
    case .help, .palette, .language, .theme, .mouse, .repaint, .suspend, .quit: .program
    }
  }

  /// What it does, in one line of the help.
  public var explanation: String {
    switch self {
    case .up: "One line up"
    case .down: "One line down"
    case .pageUp: "One page up"
    case .pageDown: "One page down"
    case .halfPageUp: "Half a page up"
    case .halfPageDown: "Half a page down"
    case .top: "To the first line"
    case .bottom: "To the last line"
    case .left: "To the pane before; matrix, map: to the left"
    case .right: "To the next pane; matrix, map: to the right"
    case .nextPane: "To the next pane"
    case .previousPane: "To the pane before"
    case .pillars: "To the pillars"
    case .countries: "To the countries"
    case .timeline: "To the timeline"
    case .detail: "To the detail of what is selected"
    case .zoom: "Give the pane the whole screen, and back"
    case .borderLeft: "The border of the pane to the left"
    case .borderRight: "The border of the pane to the right"
    case .borderUp: "The border under the pillars up"
    case .borderDown: "The border under the pillars down"
    case .usualBorders: "All borders where they were at first"
    case .open: "Narrow to it; again: its detail; there: follow"
    case .back: "Take back the last narrowing, the filter or the zoom"
    case .pageBefore: "In the detail, to the page before"
    case .pageAfter: "In the detail, to the page after"
    case .filter: "Filter the list, or search the page, as you type"
    case .endorsed: "Only countries that endorsed"
    case .attended: "Only countries at the selected meeting, or the last"
    case .without: "Only countries that did neither"
    case .nextMeeting: "To the next meeting"
    case .earlier: "The record's day before: see it as it stood then"
    case .later: "The record's next day"
    case .today: "The record as of today"
    case .chooseDay: "The record as of a day that you type"
    case .commitments: "Every commitment, with totals"
    case .matrix: "Matrix of countries and packages, with gaps"
    case .map: "Map of the Americas, or the countries by subregion"
    case .charts: "Charts: commitments, endorsements, attendance"
    case .closer: "Closer, on the map or the timeline"
    case .farther: "Back from there"
    case .sources: "The sources of this; again: all, with disputes"
    case .changes: "What changed since the last meeting"
    case .compare: "Mark a country; with two or three, compare them"
    case .sort: "Sort the commitments; map: what its fills tell"
    case .firstDay: "The day after which changes are told"
    case .openLink: "Open the source's link in the browser"
    case .copy: "Copy what is selected, with its source"
    case .briefing: "Save a briefing, or the list, as a file; charts: an SVG"
    case .own: "Notes, bookmarks and all that you changed"
    case .note: "Write a note on this; on a note: edit it"
    case .bookmark: "Bookmark this, and back"
    case .edit: "Change a fact, in a form"
    case .add: "Add a fact to the record"
    case .delete: "Delete what you added, hide what the edition has"
    case .undo: "Take back your last change, and the one before"
    case .redo: "Do again what was taken back"
    case .sync: "Send and fetch what is shared with others"
    case .editionAlone: "The edition without your changes, and back"
    case .saveElsewhere: "Save your record as another file"
    case .restorePrevious: "Put the previous version of your record in place"
    case .help: "This help"
    case .palette: "Find an action by its name, and do it"
    case .language: "The next language: en, es, pt, fr"
    case .theme: "The next theme: other colours"
    case .mouse: "Leave the mouse to the terminal, and back"
    case .repaint: "Paint the screen anew"
    case .suspend: "Back to the shell for a while; fg returns"
    case .quit: "Quit"
    }
  }

  /// What it does in a word or two, for the footer.
  public var hint: String {
    switch self {
    case .open: "open"
    case .back: "back"
    case .nextPane: "pane"
    case .zoom: "zoom"
    case .borderLeft: "border left"
    case .borderRight: "border right"
    case .borderUp: "border up"
    case .borderDown: "border down"
    case .usualBorders: "usual borders"
    case .filter: "filter"
    case .endorsed: "endorsed"
    case .attended: "attended"
    case .without: "without"
    case .nextMeeting: "next meeting"
    case .earlier: "earlier"
    case .later: "later"
    case .chooseDay: "as of"
    case .commitments: "commitments"
    case .matrix: "matrix"
    case .map: "map"
    case .charts: "charts"
    case .closer: "closer"
    case .farther: "back"
    case .sources: "sources"
    case .changes: "changes"
    case .compare: "compare"
    case .sort: "sort"
    case .firstDay: "first day"
    case .openLink: "open link"
    case .copy: "copy"
    case .briefing: "briefing"
    case .own: "your record"
    case .note: "note"
    case .bookmark: "bookmark"
    case .edit: "edit"
    case .add: "add"
    case .delete: "delete, hide"
    case .undo: "undo"
    case .redo: "redo"
    case .sync: "sync"
    case .editionAlone: "edition alone"
    case .saveElsewhere: "save elsewhere"
    case .restorePrevious: "previous version"
    case .help: "help"
    case .palette: "actions"
    case .language: "language"
    case .theme: "theme"
    case .mouse: "mouse"
    case .quit: "quit"
    default: explanation
    }
  }
}

extension Request {
  /// What the configuration calls it, in lower case with low lines: `next_meeting`.
  public var settingName: String {
    rawValue.reduce(into: "") { name, letter in
      if letter.isUppercase { name.append("_") }
      name += letter.lowercased()
    }
  }
}
