import Declaration
import Query
import Threads

/// A line above the footer's keys that goes away with the next key.
public struct Notice: Hashable, Sendable {
  /// What it says.
  public let text: String
  /// Whether something is wrong.
  public let isWarning: Bool

  /// A notice.
  public init(_ text: String, isWarning: Bool = false) {
    (self.text, self.isWarning) = (text, isWarning)
  }
}

/// A line that is being typed in place of the keys.
enum Prompt: Hashable, Sendable {
  /// The filter, in the list's pane.
  case filter
  /// What is looked for in the page, in the detail's pane.
  case search(PageSearch)
  /// The as-of day, in the footer.
  case day(LineEditor)
  /// The day after which changes are told, in the footer.
  case firstDay(LineEditor)
  /// The file that the user's record is saved as, in the footer.
  case file(LineEditor)
}

/// The help page: what is searched for and how far it is scrolled.
struct HelpPage: Hashable, Sendable {
  var search = LineEditor()
  var offset = 0
}

/// What was typed and asked of the store, which has not answered yet.
struct Sending: Sendable {
  let request: StoreRequest
  let sheet: Sheet
}

/// Everything that the picture on the screen follows from.
public struct DashboardState: Sendable {
  /// The record as of the chosen day.
  public internal(set) var snapshot: Snapshot
  /// The screen's size.
  public internal(set) var size: Size
  /// The time on the wall.
  public internal(set) var clock: Clock
  /// What is said above the keys.
  public internal(set) var notice: Notice?

  var focus = Pane.timeline
  /// The list that had the focus last: the detail tells of its selection.
  var subjectPane = Pane.timeline
  var isZoomed = false
  /// Where the user has put the borders between panes.
  var borders = Borders()
  /// The border that the mouse holds.
  var held: HeldBorder?
  /// The keys, as the user has them.
  let keys: KeyMap
  /// Whether the mouse is taken; else the terminal selects with it.
  public internal(set) var takesMouse: Bool
  /// Whether it was taken at first, so that the footer says where it is not.
  let beganWithMouse: Bool
  /// How many more keys the footer greets somebody who is here for the first time.
  var greetings = 0
  /// The language that the user chose while looking, now or earlier.
  var chosenLanguage: Language?
  /// The theme that the user chose while looking, now or earlier.
  var chosenTheme: String?
  /// Whether the user took the mouse or left it to the terminal while looking, now or earlier.
  var chosenMouse: Bool?
  var prompt: Prompt?
  /// What was looked for last in a page.
  var lastSearch: LastSearch?
  var help: HelpPage?
  /// What is laid over the panes and takes the keys.
  var sheet: Sheet?
  /// What was typed and is being saved.
  var sending: [Sending] = []
  /// What was typed and is saved in memory alone, until the store says that it is on the disk.
  var savedInMemory: [Sheet] = []
  /// Whether the program ends as soon as everything that was typed is saved.
  var quitsWhenSaved = false
  /// What was typed while an answer of the store was waited for.
  var typedAhead: [Event] = []
  /// What was typed in forms and notes that were left without saving.
  var drafts: [DraftKey: Sheet] = [:]
  /// What another session typed on the same thing, as it was kept: it waits for a session in which
  /// nothing of the kind is open.
  var laterDrafts: [RecordValue] = []
  /// What was typed and not saved when the session began: who leaves it as it was is not asked.
  var draftsAtStart: [RecordValue] = []
  /// A note that is in the user's editor.
  var noteInEditor: NoteDraft?
  /// Whether the next session is given what was typed and not saved.
  let keepsDrafts: Bool
  /// Whether notes are written in an editor of the user's choice.
  let hasEditor: Bool
  /// How the user's record stands.
  public internal(set) var storeStatus = StoreStatus.saved
  /// How the record stands to what others have; nil where it is not shared.
  public internal(set) var sharing: Sharing?
  /// What was done to the facts, where the record is shared.
  var past = FactPast()
  /// What came from others and was not looked at yet.
  var arrived: Set<FactPath> = []
  /// Whether something was changed that is only in memory, because the store can't be read.
  var isChangedInMemory = false
  /// Whether all that is only in memory is in another file too.
  var isSavedElsewhere = false
  /// Whether the user's record is left out.
  var isEditionAlone = false
  /// Whether the user was told what would be lost by leaving.
  var isQuitWarned = false

  /// What the screen is given to.
  var view = View.record
  /// The day as of which the record was opened.
  let openedDay: Day
  /// The views that this one was opened from, to which Esc returns, the last first, with what their
  /// lists were filtered by.
  var viewsBefore: [(view: View, filter: String, filterOnEntry: String)] = []
  /// What the filter of the view's list was opened with.
  var filterOnEntry = ""
  /// The list of the record that had the focus when another view was opened.
  var listBefore = Pane.timeline
  /// The country at which a view of countries was opened; who goes to another there means to stay
  /// with it.
  var countryBefore: Subject?
  /// Where the reader was in the record's detail when another view was opened.
  var readingBefore: Reading?
  /// The countries' filter, in the record, the matrix and the map.
  var filter = LineEditor()
  /// The filter of any other view's list.
  var listFilter = LineEditor()
  var order = CommitmentOrder.date
  var cartography: Cartography
  /// The package in the matrix's selected column, by its place.
  var matrixColumn = 0
  /// Whose sources are listed; nil for all.
  var sourceOwner: Subject?
  /// The countries that are compared, the first chosen first.
  var compared: [CountryCode] = []
  /// The day after which changes are told; nil for the last meeting's.
  var chosenStart: Day?
  var facet: Facet?
  /// What the panes are narrowed to, the first narrowing first.
  var trail: [Subject] = []

  /// What the user selected last in each list; kept while a filter hides it.
  var chosen: [Pane: Subject] = [:]
  /// Whether the selection follows the best match while the user types.
  var followsBestMatch = false
  var offsets: [Pane: Int] = [:]
  /// Where the selected entries stood when the lists were last settled.
  var lastPlaces: [Pane: Int] = [:]
  /// The chosen link of the detail page, by its place.
  var detailLink: Int?
  /// The pages that links have led to since the list's own, and those that were gone back from.
  var followed: [FollowedPage] = []
  var undone: [FollowedPage] = []
  /// What was selected in the list when the first link was followed.
  var followedFrom: Subject?
  /// The place of the selected change.
  var changePlace = 0
  /// The place of the selected bar among those of all charts.
  var chartPlace = 0
  /// How much time the timeline's axis shows.
  var timelineScale = TimelineScale.whole

  /// Made when it is first asked for, or foreseen.
  var index: Foreseen<CountryIndex>
  /// Begun when the commitments are opened: of many of them it takes a moment.
  var commitmentIndex: Foreseen<CommitmentIndex>?
  /// Which of the records it is that were put under the screen, from zero.
  var recordNumber = 0
  var listing: Listing
  var page = DetailPage()
  var comparison = Comparison()
  /// What is on screen of all that, as it was settled last.
  var shown = ShownPanes()

  /// The state at the start.
  ///
  /// - Parameters:
  ///   - day: the day as of which the record is seen; nil for the record's own.
  ///   - hasEditor: whether notes are written in an editor of the user's choice.
  ///   - drawsUnicode: whether the screen has braille for the map.
  ///   - keys: the keys, as the user has them.
  ///   - takesMouse: whether the mouse is taken, and not left to the terminal.
  ///   - remembered: what was left last time; nil where nothing was.
  ///   - keepsDrafts: whether the next session is given what was typed and not saved.
  ///   - isFirstTime: whether nothing was ever left, so that the footer greets.
  ///   - geometry: where land is; asked for once, ahead or when the map is first opened.
  public init(
    _ dossier: Dossier, day: Day? = nil, size: Size, clock: Clock, notice: Notice? = nil,
    hasEditor: Bool = false, drawsUnicode: Bool = true, keys: KeyMap = .usual,
    takesMouse: Bool = true, remembered: Remembered? = nil, keepsDrafts: Bool = true,
    isFirstTime: Bool = false,
    geometry: @escaping @Sendable () -> MapGeometry? = { nil }
  ) {
    (self.hasEditor, self.keys, self.takesMouse) = (hasEditor, keys, takesMouse)
    self.keepsDrafts = keepsDrafts
    beganWithMouse = takesMouse || remembered?.takesMouse == false
    greetings = isFirstTime ? DashboardState.greetingKeys : 0
    cartography = Cartography(drawsUnicode: drawsUnicode, geometry: geometry)
    openedDay = day ?? dossier.startDay
    snapshot = dossier.asOf(openedDay)
    (self.size, self.clock, self.notice) = (size, clock, notice)
    index = DashboardState.index(of: dossier)
    listing = Listing(of: snapshot)
    chosen[.timeline] = (snapshot.nextMeeting ?? snapshot.meetings.last).map { .meeting($0.id) }
    if let remembered { resume(remembered) }
    settle()
  }

  /// The countries, ready to be searched once somebody does.
  static func index(of dossier: Dossier) -> Foreseen<CountryIndex> {
    Foreseen(isAhead: false) { CountryIndex(dossier) }
  }

  /// Makes ready what the next keys will want: called once the picture is shown and nobody waits.
  public mutating func foresee() {
    _ = index.get()
    cartography.foresee(dossier)
  }

  /// For how many keys the footer greets.
  private static let greetingKeys = 3

  var dossier: Dossier { snapshot.dossier }

  /// The language of everything on screen.
  public var language: Language { snapshot.language }

  /// Whether the picture changes with the minutes.
  public var wantsClock: Bool { layout.panes[.detail] != nil && tellsTheTime }

  /// Whether the detail has the time at a place where a meeting is still to be held.
  var tellsTheTime: Bool {
    guard case .meeting(let id) = subject,
      let meeting = dossier.meeting(id)
    else { return false }
    return snapshot.tellsTime(at: meeting, clock)
  }
}
