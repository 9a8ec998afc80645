import ArgumentParser
import Dashboard
import Store

/// Lists the themes.
struct Themes: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the themes.",
    discussion: """
      A theme of your own is a file in the folder ladmp/themes of your configuration folder: \
      { "extends": "dark", "looks": { "endorsed": { "fg": "#87d7af", "bold": true } } }. \
      A look has fg and bg (default, blue, bright-blue, a number to 255, #rrggbb), bold, dim, \
      underline and reverse; under few the look for sixteen colours or fewer. What it leaves out \
      is as in “plain”. With --parts it lists what can have a look.
      """)

  @Flag(help: "List the parts of the screen that a theme can give a look to.")
  var parts = false

  func run() throws {
    let shelf = ThemeShelf.users
    if parts {
      for part in ThemeShelf.partNames { Output.say("\(part)\n") }
      return
    }
    let names = shelf.names
    let width = names.map(\.cellWidth).max() ?? 0
    for name in names {
      do {
        let about = try shelf.theme(name).about
        let gap = String(repeating: " ", count: width - name.cellWidth + 2)
        Output.say("\(name)\(gap)\(about)".visible.trimmedEnd + "\n")
      } catch {
        Output.warn("ladmp: \(ThemeShelf.text(of: error))")
      }
    }
  }
}
