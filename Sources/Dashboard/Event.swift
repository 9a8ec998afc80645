import Declaration

/// A key as the user pressed it.
public enum Key: Hashable, Sendable {
  /// A letter, digit, sign or space.
  case character(Character)
  /// A letter with Control, in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  case controlUp, controlDown, controlLeft, controlRight
  /// F1 and so on.
  case function(Int)
}

/// What the mouse did.
public struct Mouse: Hashable, Sendable {
  /// What was done with it.
  public enum Action: Hashable, Sendable {
    case press, doubleClick, wheelUp, wheelDown
    /// The button is held and the mouse has moved.
    case drag
    case release
  }

  /// What was done.
  public let action: Action
  /// The column, from zero.
  public let column: Int
  /// The row, from zero.
  public let row: Int

  /// What the mouse did and where.
  public init(_ action: Action, column: Int, row: Int) {
    (self.action, self.column, self.row) = (action, column, row)
  }
}

/// What the clock on the wall says; the dashboard never asks it itself.
public struct Clock: Hashable, Sendable {
  /// Today, where the user is.
  public let today: Day
  /// The present minute, counted from 1 January 1970 in UTC.
  public let minute: Int

  /// The time as the outermost room read it.
  public init(today: Day, minute: Int) {
    (self.today, self.minute) = (today, minute)
  }

  /// The day at a place.
  ///
  /// - Parameter offset: its minutes east of UTC.
  func day(minutesEast offset: Int) -> Day {
    let minutes = minute + offset
    return Day(number: (minutes - (minutes % 1440 + 1440) % 1440) / 1440)
  }
}

extension Snapshot {
  /// Whether the hour at a meeting's place is of use: until it is held, and over there.
  func tellsTime(at meeting: Meeting, _ clock: Clock) -> Bool {
    guard let offset = meeting.venue.minutesEastOfUTC else { return false }
    return phase(of: meeting) != .past && clock.day(minutesEast: offset) <= meeting.date.last
  }
}

/// Everything that can happen to the dashboard.
public enum Event: Equatable, Sendable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Something that was done outside came to this.
  case notice(Notice)
  /// The screen is drawn in a theme of that name from now on.
  case theme(String, Notice)
  /// A minute has passed.
  case clock(Clock)
  /// The record changed: by the user, by somebody else, or because another was asked for.
  case record(Dossier, isEditionAlone: Bool)
  /// An entry as it is written, with the user's changes and as the edition has it; nil where there
  /// is none. Answers ``Effect/readEntry(_:)``.
  case entry(FactPath, now: RecordValue?, edition: RecordValue?)
  /// A request to the store was carried out; the text says what was done.
  case stored(String, by: StoreRequest)
  /// A request to the store was refused, and why; nothing was changed by it.
  case refused(String, of: StoreRequest)
  /// The store stands otherwise than before.
  case storeStatus(StoreStatus)
  /// The record stands otherwise to what others have.
  case sharing(Sharing)
  /// The record was to be sent and is not shared.
  case notShared
  /// What was done to the facts of a shared record, as far as it was looked at.
  case past(FactPast)
  /// Others sent something: the entries, and how many facts are now to be settled.
  case arrived([FactPath], disputes: Int)
  /// What came back from the user's editor; nil when it was left without a change.
  case edited(Edited)
}

/// What came of a text that the user was to edit in an editor of their choice.
public enum Edited: Hashable, Sendable {
  /// It reads so now.
  case text(String)
  /// It was left as it was.
  case unchanged
  /// The editor could not be used, and why, as a sentence without a full stop.
  case unable(String)
}

/// What the dashboard wants done outside.
public enum Effect: Hashable, Sendable {
  /// Leave the program.
  case quit
  /// Give the terminal back to the shell until the user returns.
  case suspend
  /// Paint every cell anew.
  case repaint
  /// Show a link, http or https, in the user's browser.
  case openLink(String)
  /// Write a text to a new file of that name in the working folder.
  case save(name: String, text: String)
  /// Ask something of the store; the answer comes as an event.
  case store(StoreRequest)
  /// Read an entry as it is written; answered by ``Event/entry(_:now:edition:)``.
  case readEntry(FactPath)
  /// Send and fetch what is shared; answered by ``Event/sharing(_:)``, ``Event/arrived(_:disputes:)``.
  case sync
  /// Look how the record stands to what others have, and what was done to it; answered by
  /// ``Event/sharing(_:)`` and ``Event/past(_:)``.
  case lookAtSharing
  /// Hand a text to the clipboard of the user's terminal; answered by ``Event/notice(_:)``.
  case copy(String)
  /// Draw in the next theme; answered by ``Event/notice(_:)``.
  case nextTheme
  /// Take the mouse, or leave it to the terminal.
  case mouse(Bool)
  /// Let the user edit a text in the editor of their choice; answered by ``Event/edited(_:)``.
  case editText(String)
}
