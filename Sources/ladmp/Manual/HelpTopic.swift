import Dashboard
import Store
import Terminal

/// What the help tells about beside the commands.
enum HelpTopic: String, CaseIterable {
  case queries, keys, dashboard, store, sharing, sources

  /// What it is about, in a line.
  var about: String {
    switch self {
    case .queries: "how to ask for countries and commitments"
    case .keys: "the keys of the dashboard, and how to change them"
    case .dashboard: "how the dashboard comes back, and how it fits your terminal"
    case .store: "where your own record is kept, and how"
    case .sharing: "how a team keeps one record, on git"
    case .sources: "what the record rests on"
    }
  }

  /// What it tells, with the keys of the dashboard as they are.
  func blocks(_ keys: KeyMap) -> [ManualBlock] {
    switch self {
    case .queries: HelpTopic.queryBlocks
    case .keys: HelpTopic.keyBlocks(keys)
    case .dashboard: HelpTopic.dashboardBlocks
    case .store: HelpTopic.storeBlocks
    case .sharing: HelpTopic.sharingBlocks
    case .sources: HelpTopic.sourceBlocks
    }
  }

  /// The topic for a terminal.
  var text: String {
    let columns = min(TerminalSession.size?.columns ?? 80, 100)
    let title = "\(rawValue): \(about)"
    let keys = Configuration.keysAsFarAsKnown
    return ([title] + blocks(keys).flatMap { $0.lines(columns: columns) }).joined(separator: "\n")
      + "\n"
  }

  /// From the table that answers what a key asks for, so that it can't tell anything else.
  private static func keyBlocks(_ keys: KeyMap) -> [ManualBlock] {
    [
      .paragraph(
        """
        An action gets other keys in the configuration, see “ladmp config”, under its name, which \
        stands here in brackets: one key, a list of them, or an empty list for none. They take the \
        place of all that it had; “:” still finds it by its name. A key belongs to one action: \
        where two have it, the line and column are told.
        """),
      .example([#"{ "keys": { "next_meeting": "m", "map": ["M", "F2"], "mouse": [] } }"#]),
      .paragraph(
        """
        Keys are letters and signs as they are, Ctrl-a to Ctrl-z, F1 to F12, Space, Enter, Esc, \
        Tab, Shift-Tab, Backspace, Del, Home, End, PgUp, PgDn, Up, Down, Left, Right, and the last \
        four with Ctrl. In lines that are being typed, and in forms, keys stay as they are.
        """),
    ]
      + Request.Group.allCases.flatMap { group in
        let bindings = keys.bindings.filter { $0.request.group == group }
        let terms = bindings.map { binding in
          (
            word: (binding.keys.isEmpty ? [":"] : binding.keys.map(\.label)).joined(
              separator: ", "),
            meaning: "\(binding.request.explanation) (\(binding.request.settingName))"
          )
        }
        return [.heading(group.rawValue), .terms(terms)] as [ManualBlock]
      }
  }

  private static let queryBlocks: [ManualBlock] = [
    .paragraph(
      """
      The lists and the dashboard's filter take the same queries. Words and fields all have to \
      match; case, accents and the language of a name do not matter, of a field neither: region: and \
      región: are one.
      """),
    .terms([
      ("peru", "a word that occurs, in any language of the record"),
      ("\"new york\"", "words that stand together"),
      ("pillar:2", "a field with a value; its name can be shortened: pi:2"),
      ("region:south,central", "one of several values; the beginning of a word is enough"),
      ("-status:endorsed", "a minus asks for the contrary; put -- before it on a command line"),
    ]),
    .heading("Fields of countries"),
    .terms([
      ("pillar:", "has a commitment under the pillar or a part in one of its packages"),
      ("committed:", "has a commitment under the pillar"),
      ("status:", "endorsed or not-endorsed"),
      ("attended:", "was at a meeting: its id, place, title or date"),
      ("absent:", "stayed away from a meeting or was not invited, as a source says"),
      ("excluded:", "was not invited to a meeting, as a source says"),
      ("unreported:", "no source says whether it was at a meeting"),
      ("package:", "leads or takes part in an action package, by number or title"),
      ("region:", "lies in a subregion"),
    ]),
    .heading("Fields of commitments"),
    .terms([
      ("country:", "who committed, by code or name"),
      ("region:", "in which subregion they lie"),
      ("pillar:, package:", "to what it belongs"),
      ("state:", "announced, under way, done, lapsed or not reported"),
      ("unit:", "of the figure: USD, people, visas"),
      ("amount:", "the figure: >10M, 20,000, 1k..2k"),
      ("due:, announced:", "a date: 2022, <2024, 2022-06..2022-10"),
    ]),
    .example(["ladmp countries region:south -- -status:endorsed", "ladmp commitments pillar:2"]),
  ]

  private static let storeBlocks: [ManualBlock] = [
    .paragraph(
      """
      What you add or change is kept beside the edition, never in it, in one file of JSON. It is \
      the first of these that there is:
      """),
    .terms([
      ("--store FILE", "named on the command line"),
      ("LADMP_STORE", "named in the environment"),
      ("store", "named in the configuration, see “ladmp config”"),
      ("$XDG_DATA_HOME/ladmp/store.json", "the data folder, else ~/.local/share"),
    ]),
    .paragraph(
      """
      It holds only what differs from the edition, as a JSON Merge Patch (RFC 7396), sorted, one \
      field a line: an upgrade brings a new edition and keeps your work, and git merges it. A \
      record opened with --edition has a store of its own.
      """),
    .paragraph(
      """
      A save is whole or not at all. The version before is kept as store.previous.json, every step \
      as a line of store.history.jsonl. A store that can't be read is never written over: \
      “ladmp restore” puts the version before in its place.
      """),
    .example(["ladmp note peru \"Ask about visas\"", "ladmp history", "ladmp undo"]),
  ]

  private static let sourceBlocks: [ManualBlock] = [
    .paragraph(
      """
      Every fact of the record has its sources, the best first. Numbers in brackets on a page lead \
      to the sources at its end; ‡ marks what sources disagree on, and the page shows every side \
      and why the record shows the one it does. What no source says reads “not reported”.
      """),
    .paragraph(
      """
      A source counts from the day on which it was published: the record as of a day rests on what \
      was out by then. Your own knowledge is a source too, own-knowledge, and facts that rest on it \
      say so.
      """),
    .example([
      "ladmp sources --format csv", "ladmp show lo-2022", "ladmp disputes",
      "ladmp brief lima",
    ]),
  ]
}
