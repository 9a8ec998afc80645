import Foundation
import Testing

@testable import Store

/// Themes as files: what they can say, and what is said of their mistakes.
@Suite struct ThemeShelfTests {
  private final class Folder {
    let path = NSTemporaryDirectory() + "ladmp-themes-\(UUID().uuidString)"

    init(_ files: [String: String]) throws {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
      for (name, text) in files {
        try text.write(toFile: "\(path)/\(name).json", atomically: true, encoding: .utf8)
      }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    var shelf: ThemeShelf { ThemeShelf(folder: path, parts: ["plain", "header", "link"]) }
  }

  @Test func aFileSaysEveryKindOfColour() throws {
    let folder = try Folder([
      "mine": """
      { "about": "Mine", "looks": {
        "plain": { "fg": "default", "bg": "bright-black" },
        "header": { "fg": 208, "bg": "#0A5fFf", "bold": true, "few": { "reverse": true } },
        "link": { "dim": true, "underline": true } } }
      """
    ])
    let theme = try folder.shelf.theme("mine")
    #expect(theme.about == "Mine" && theme.name == "mine")
    #expect(theme.looks["plain"] == StoredLook(foreground: .own, background: .numbered(8)))
    #expect(
      theme.looks["header"]
        == StoredLook(
          foreground: .numbered(208), background: .exact(red: 10, green: 95, blue: 255),
          isBold: true))
    #expect(theme.fewColours == ["header": StoredLook(isReversed: true)])
    #expect(theme.looks["link"] == StoredLook(isDim: true, isUnderlined: true))
  }

  @Test func whatAThemeExtendsIsKeptWhereItSaysNothing() throws {
    let folder = try Folder([
      "base": """
      { "looks": { "header": { "fg": 1, "few": { "fg": 2 } }, "link": { "fg": 3 } } }
      """,
      "mine": #"{ "extends": "base", "looks": { "header": { "fg": 4 } } }"#,
    ])
    let theme = try folder.shelf.theme("mine")
    #expect(theme.looks["header"] == StoredLook(foreground: .numbered(4)))
    #expect(theme.looks["link"] == StoredLook(foreground: .numbered(3)))
    #expect(theme.fewColours.isEmpty)
  }

  @Test func aBuiltInThemeCanBeChangedUnderItsName() throws {
    let folder = try Folder(["dark": #"{ "extends": "dark", "about": "Darker" }"#])
    let shelf = ThemeShelf(folder: folder.path, parts: try parts())
    #expect(try shelf.theme("dark").about == "Darker")
    #expect(
      try shelf.theme("dark").looks == ThemeShelf(folder: nil, parts: parts()).theme("dark").looks)
    #expect(shelf.names == ThemeShelf.builtInNames)
  }

  /// The parts that a built-in theme names.
  private func parts() throws -> [String] {
    let bytes = Array(try String(contentsOfFile: ThemeShelfTests.dark, encoding: .utf8).utf8)
    let looks = try JSONDocument(bytes, file: "dark.json").root["looks"]
    return looks?.members.compactMap { $0.name.string } ?? []
  }

  private static let dark = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Resources/themes/dark.json").path

  @Test(arguments: [
    (#"[]"#, "1:1: a theme is a list, expected an object"),
    (#"{ "looks": 1 }"#, "1:12: “looks” is a number"),
    (#"{ "lok": {} }"#, "1:3: a theme has no “lok”, expected “about”, “extends” or “looks”"),
    (#"{ "about": "" }"#, "1:12: “about” is empty"),
    (#"{ "extends": 4 }"#, "1:14: “extends” is a number"),
    (#"{ "extends": "x" }"#, "1:14: there is no theme “x”, expected one of colour-blind, dark"),
    (#"{ "extends": "mine" }"#, "1:14: “mine” extends this theme in turn"),
    (
      #"{ "looks": { "foot": {} } }"#,
      "1:14: no part of the screen is called “foot”, expected one of plain, header, link"
    ),
    (#"{ "looks": { "link": 3 } }"#, "1:22: the look of “link” is a number, expected an object"),
    (#"{ "looks": { "link": { "fg": "blu" } } }"#, "1:30: “fg” of “link” is “blu”, expected “def"),
    (#"{ "looks": { "link": { "bg": 256 } } }"#, "1:30: “bg” of “link” is 256"),
    (##"{ "looks": { "link": { "bg": "#12345" } } }"##, "“bg” of “link” is “#12345”"),
    (##"{ "looks": { "link": { "bg": "#1234é" } } }"##, "“bg” of “link” is “#1234é”"),
    (#"{ "looks": { "link": { "bold": 1 } } }"#, "1:32: “bold” of “link” is a number"),
    (#"{ "looks": { "link": { "colour": 1 } } }"#, "1:24: a look has no “colour”"),
    (
      #"{ "looks": { "link": { "few": { "few": {} } } } }"#,
      "1:33: a look has no “few”, expected “fg”, “bg”, “bold”, “dim”, “underline”, “reverse”"
    ),
    (#"{ "looks": "#, "expected"),
  ])
  func everyMistakeIsToldWithItsPlace(_ text: String, _ words: String) throws {
    let folder = try Folder(["mine": text])
    let faults = #expect(throws: RecordFaults.self) { try folder.shelf.theme("mine") }
    let description = faults?.faults.first?.description ?? ""
    #expect(description.hasPrefix("\(folder.path)/mine.json:1:"))
    #expect(description.contains(words), "\(description)")
  }

  @Test func severalMistakesAreToldAtOnce() throws {
    let folder = try Folder(["mine": #"{ "a": 1, "looks": { "b": {}, "link": { "fg": -1 } } }"#])
    let faults = #expect(throws: RecordFaults.self) { try folder.shelf.theme("mine") }
    #expect(faults?.faults.count == 3)
  }

  @Test func namesAreThoseOfTheFolderAfterTheBuiltIn() throws {
    let folder = try Folder(["zebra": "{}", "amber": "{}"])
    #expect(folder.shelf.names == ThemeShelf.builtInNames + ["amber", "zebra"])
    #expect(ThemeShelf.builtInNames.first == ThemeShelf.usual)
    #expect(ThemeShelf.builtInNames.contains(ThemeShelf.colourless))
    #expect(throws: FileFault.self) { try folder.shelf.theme("nothing") }
  }
}
