import Dashboard
import Declaration

/// What the loop asks of the world beyond the terminal.
public struct Outside: Sendable {
  /// The store, which answers when it is done.
  public struct Store: Sendable {
    /// Polled for reading while something has arrived; -1 where nothing ever does.
    public let bell: Int32
    /// Called once the first picture is shown: what is kept outside is looked after from then on.
    public let begin: @Sendable () -> Void
    /// Asks for something.
    public let ask: @Sendable (StoreRequest) -> Void
    /// What arrived since the last call.
    public let arrivals: @Sendable () -> [Event]
    /// An entry as the record has it and as the edition has it.
    public let entry: @Sendable (FactPath) -> (now: RecordValue?, edition: RecordValue?)

    /// A store.
    public init(
      bell: Int32, begin: @escaping @Sendable () -> Void,
      ask: @escaping @Sendable (StoreRequest) -> Void,
      arrivals: @escaping @Sendable () -> [Event],
      entry: @escaping @Sendable (FactPath) -> (now: RecordValue?, edition: RecordValue?)
    ) {
      (self.bell, self.begin, self.ask) = (bell, begin, ask)
      (self.arrivals, self.entry) = (arrivals, entry)
    }
  }

  /// The time on the wall.
  public let clock: @Sendable () -> Clock
  /// Shows a link to the user and says what came of it.
  public let openLink: @Sendable (String) -> Notice
  /// Hands a text to the clipboard and says what came of it.
  public let copy: @Sendable (String) -> Notice
  /// Writes a text to a new file and says what came of it.
  public let save: @Sendable (_ name: String, _ text: String) -> Notice
  /// Lets the user edit a text in the editor of their choice.
  public let edit: @Sendable (String) -> Edited
  /// Keeps what is being typed and is not saved yet, each as a value of its own; none any more does
  /// away with what was kept. What the session was given and is gone from there is taken out of what
  /// was left for it. Answers whether it is done.
  public let keepTyping: @Sendable (_ typed: [RecordValue], _ gone: [RecordValue]) -> Bool
  /// The user's own record.
  public let store: Store
  /// Sends and fetches what is shared, or only looks how it stands; what comes of it arrives with the
  /// store's events.
  public let share: @Sendable (_ exchanges: Bool) -> Void
  /// The theme after the one of a name, and what is said of it; no theme where none can be read.
  public let nextTheme: @Sendable (_ name: String) -> (theme: Theme?, notice: Notice)

  /// The world beyond the terminal.
  public init(
    clock: @escaping @Sendable () -> Clock, openLink: @escaping @Sendable (String) -> Notice,
    copy: @escaping @Sendable (String) -> Notice,
    save: @escaping @Sendable (_ name: String, _ text: String) -> Notice,
    edit: @escaping @Sendable (String) -> Edited,
    keepTyping:
      @escaping @Sendable (_ typed: [RecordValue], _ gone: [RecordValue]) -> Bool = { _, _ in true
      },
    store: Store,
    share: @escaping @Sendable (_ exchanges: Bool) -> Void = { _ in },
    nextTheme: @escaping @Sendable (_ name: String) -> (theme: Theme?, notice: Notice)
  ) {
    (self.clock, self.openLink, self.copy, self.save) = (clock, openLink, copy, save)
    (self.edit, self.store, self.nextTheme) = (edit, store, nextTheme)
    (self.keepTyping, self.share) = (keepTyping, share)
  }
}
