import ArgumentParser
import Dashboard
import Store
import Terminal

/// Which theme the dashboard is drawn in.
struct ThemeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A theme's name, or its file. (default: LADMP_THEME, else \(ThemeShelf.usual))",
      valueName: "name"), completion: .themes)
  var theme: String?

  /// The themes that there are.
  var shelf: ThemeShelf { .users }

  /// The chosen theme; ends the program where it can't be read.
  ///
  /// - Parameter last: the theme that was chosen in the dashboard before; passed over where it can't
  ///   be read any more.
  func chosen(before last: String?) -> Theme {
    let wanted =
      theme ?? Environment.value("LADMP_THEME").flatMap { $0.isEmpty ? nil : $0 }
      ?? Configuration.users[.theme]
    if wanted == nil, let last, shelf.names.contains(last), let stored = try? shelf.theme(last) {
      return Theme(stored)
    }
    do {
      return Theme(try shelf.theme(wanted ?? ThemeShelf.usual))
    } catch {
      Output.stop(for: error)
    }
  }

  /// The theme for a screen without colours.
  var colourless: Theme {
    do {
      return Theme(try shelf.theme(ThemeShelf.colourless))
    } catch {
      return Theme(name: ThemeShelf.colourless, looks: [:], fewColours: [:])
    }
  }
}

extension ThemeShelf {
  /// What a theme can give a look to.
  static var partNames: [String] { ThemePart.all.map(\.name) }

  /// The built-in themes, and the user's own from their configuration folder (XDG Base Directory
  /// Specification).
  static var users: ThemeShelf {
    let named = Environment.value("XDG_CONFIG_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = Environment.value("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.config" }
    return ThemeShelf(
      folder: (named ?? home).map { "\($0)/ladmp/themes" }, parts: partNames)
  }

  /// The theme after the one of a name, and what is said of it; one that can't be read is told of
  /// and passed over.
  @Sendable func next(after name: String) -> (theme: Theme?, notice: Notice) {
    let names = names
    let place = names.firstIndex(of: name).map { $0 + 1 } ?? 0
    var fault: String?
    for step in names.indices {
      do {
        let stored = try theme(names[(place + step) % names.count])
        let about = stored.about.isEmpty ? "" : ": \(stored.about.lowercasedFirst)"
        let notice = Notice(
          fault ?? "Theme \(stored.name)\(about).", isWarning: fault != nil)
        return (Theme(stored), notice)
      } catch {
        fault = fault ?? ThemeShelf.text(of: error)
      }
    }
    return (nil, Notice(fault ?? "There is no theme.", isWarning: true))
  }

  /// The first thing that is wrong with a theme.
  static func text(of error: any Error) -> String {
    (error as? RecordFaults)?.faults.first?.description ?? "\(error)"
  }
}

extension String {
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
