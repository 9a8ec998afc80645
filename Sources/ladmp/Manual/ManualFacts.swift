// What the manual tells that no definition of a command does.
extension ManualPage {
  /// After sysexits.h.
  static let exitCodes = [
    ("0", "All is well."),
    ("1", "Nothing was found, or “ladmp doctor” found something to do."),
    ("64", "The command line is wrong."),
    ("65", "A record has faults; each is told with its file, line and column."),
    ("66", "A file can't be read."),
    (
      "69",
      "What sharing needs is not there or not ready: a remote that is gone or refuses, work that was "
        + "begun by hand."
    ),
    ("73", "A file can't be made."),
    ("74", "The output or the store can't be written."),
    ("75", "The remote can't be reached, or others came first; try again later."),
    ("78", "The configuration is wrong; the fault is told with its file, line and column."),
  ]

  static let variables = [
    ("LADMP_STORE", "The file with your own record."),
    ("LADMP_THEME", "The theme of the dashboard."),
    ("NO_COLOR", "Where it is set and not empty, nothing is in colour."),
    ("COLORTERM", "Where it is truecolor or 24bit, colours are drawn by their parts."),
    ("VISUAL , EDITOR", "The editor for longer notes."),
    ("BROWSER", "The program that opens links."),
    ("XDG_DATA_HOME", "The folder of folders for data."),
    ("XDG_CONFIG_HOME", "The folder of folders for configuration."),
    ("XDG_STATE_HOME", "The folder of folders for where the dashboard was left."),
    ("ESCDELAY", "How long Esc waits for the rest of a key, in milliseconds."),
    (
      "SSH_CONNECTION , SSH_CLIENT , SSH_TTY",
      "Where one is set, Esc waits longer, and links are copied in place of being opened."
    ),
  ]

  static let files = [
    ("~/.local/share/ladmp/store.json", "Your own record."),
    ("~/.config/ladmp/config.json", "The configuration, see “ladmp config”."),
    ("~/.config/ladmp/themes/", "Your own themes."),
    ("~/.local/state/ladmp/state.json", "Where the dashboard was left, and what was not saved."),
    ("~/.local/state/ladmp/state.typing-*.json", "What is being typed, until you leave."),
  ]
}

/// Examples for the manual; the tests run each.
enum CommandExamples {
  /// The command, empty for the program itself; what the example does; the line.
  static let all: [(command: String, about: String, line: String)] = [
    ("", "The record as of the day after the meeting in Lima", "ladmp --as-of 2022-10-07"),
    ("pillars", "The pillars with their packages and commitments", "ladmp pillars"),
    ("packages", "Packages that Peru leads or joins", "ladmp packages PE"),
    (
      "countries", "South American countries that have not endorsed",
      "ladmp countries region:south -- -status:endorsed"
    ),
    (
      "countries", "Names and dates of endorsement for a spreadsheet",
      "ladmp countries status:endorsed --columns name,endorsed --format csv"
    ),
    ("meetings", "The meetings for a calendar", "ladmp meetings --format ics"),
    (
      "commitments", "The largest sums of money first",
      "ladmp commitments unit:USD --sort -amount"
    ),
    ("sources", "How many sources the record rests on", "ladmp sources --count"),
    ("disputes", "What sources disagree on, as JSON", "ladmp disputes --format json"),
    ("show", "All on Peru", "ladmp show peru"),
    ("next", "The next meeting for a calendar", "ladmp next --format ics"),
    ("brief", "A briefing on the meeting in Lima", "ladmp brief lima"),
    (
      "changes", "What changed on the day of Lima",
      "ladmp changes --from 2022-10-05 --to 2022-10-06"
    ),
    ("check", "Whether the built-in record is sound", "ladmp check"),
    ("themes", "The themes", "ladmp themes"),
    ("note", "A note on Peru", "ladmp note PE \"Ask about visas\""),
    ("bookmark", "Peru among your bookmarks", "ladmp bookmark PE"),
    (
      "set", "The hour at which Lima begins, and who says so",
      "ladmp set lima-2022 starts 09:00 --source lo-2022"
    ),
    (
      "add", "A commitment of Peru",
      "ladmp add commitment country=PE pillar=2 announced=2022-09-01 text=\"Ease work visas\""
    ),
    ("remove", "Hide what the edition has", "ladmp remove bz-2022-06-10-1"),
    ("undo", "The last change taken back", "ladmp undo"),
    ("redo", "And done again", "ladmp redo"),
    ("history", "The last five changes", "ladmp history --limit 5"),
    (
      "export", "A database of the record after Lima",
      "ladmp export --format sqlite --as-of 2022-10-07 -o record.sqlite"
    ),
    ("export", "A page to print", "ladmp export --format html -o record.html"),
    ("share", "Your record, begun to be shared; others join later", "ladmp share init"),
    ("blame", "Who last changed what on the meeting in Lima", "ladmp blame lima-2022"),
    ("import", "What a table would change", "ladmp import --dry-run table.csv"),
    ("completions", "The script for bash", "ladmp completions bash"),
    ("manual", "This page", "ladmp manual manual"),
    ("config", "What is set, and where", "ladmp config"),
    ("doctor", "Whether all is well, for a program", "ladmp doctor --format json"),
  ]
}
