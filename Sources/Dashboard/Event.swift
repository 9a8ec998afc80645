import Declaration

/// A key as the user pressed it.
public enum Key: Hashable, Sendable {
  /// A letter, digit, sign or space.
  case character(Character)
  /// A letter with Control, in lower case.
  case control(Character)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
  /// F1 and so on.
  case function(Int)
}

/// What the mouse did.
public struct Mouse: Hashable, Sendable {
  /// What was done with it.
  public enum Action: Hashable, Sendable {
    case press, doubleClick, wheelUp, wheelDown
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
}

/// Everything that can happen to the dashboard.
public enum Event: Hashable, Sendable {
  case key(Key)
  case paste(String)
  case mouse(Mouse)
  case resize(Size)
  /// Something that was done outside came to this.
  case notice(Notice)
  /// A minute has passed.
  case clock(Clock)
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
}
