import Foundation
import Pseudoterminal
import Store
import Testing

/// Files of every kind that mean harm: what `SECURITY.md` promises, where the user would be hit.
@Suite(.serialized) struct HostileFileEndToEnd {
  let home: StoreHome

  init() throws { home = try StoreHome() }

  private static let threat = "\u{1B}]0;owned\u{7}\u{1B}[2J\u{9B}31m\u{202E}\u{2066}\u{0}\u{8}\r"

  private func write(_ name: String, _ bytes: [UInt8]) throws -> String {
    let file = home.folder + "/" + name
    try Data(bytes).write(to: URL(fileURLWithPath: file))
    return file
  }

  /// Whether a terminal would act on something in a text; line breaks and tabs are allowed.
  private static func isSafe(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A, 0x0D: true
      case 0x00..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: false
      default: true
      }
    }
  }

  /// The built-in record with a threat before every text that people read.
  private static func hostileEdition() throws -> [UInt8] {
    let fields: Set = [
      "title", "long", "text", "note", "name", "capital", "publisher", "about", "reason", "host",
      "city", "who", "en", "es", "pt", "fr",
    ]
    func poisoned(_ value: Any, _ field: String) -> Any {
      switch value {
      case let text as String: fields.contains(field) ? threat + text : text
      case let list as [Any]: list.map { poisoned($0, field) }
      case let entry as [String: Any]:
        Dictionary(uniqueKeysWithValues: entry.map { ($0.key, poisoned($0.value, $0.key)) })
      default: value
      }
    }
    let edition = try JSONSerialization.jsonObject(with: Data(Edition.builtInBytes))
    return Array(try JSONSerialization.data(withJSONObject: poisoned(edition, "")))
  }

  /// Programs get values as they are, a terminal gets nothing that it would act on.
  @Test func nothingThatIsPrintedActsOnATerminal() throws {
    let file = try write("hostile.json", try HostileFileEndToEnd.hostileEdition())
    let lists = [
      "pillars", "packages", "countries", "meetings", "commitments", "sources", "disputes",
    ]
    var commands = lists.flatMap { list in
      ["table", "json", "csv", "tsv", "markdown"].map { [list, "--format", $0] }
    }
    commands += [
      ["meetings", "--format", "ics"], ["show", "lima-2022"], ["show", "PE"], ["next"],
      ["next", "--format", "json"], ["next", "--format", "ics"], ["brief", "PE"],
      ["changes", "--to", "2022-10-07"], ["chart", "attendance"], ["export"],
      ["export", "--format", "html"],
    ]
    for command in commands {
      let session = try Session(command + ["--edition", file], setting: home.setting)
      #expect(try session.waitForEnd() == .exit(0), "\(command): \(session.errors)")
      let text = String(decoding: session.output, as: UTF8.self)
      #expect(text.contains("owned"), "\(command) has nothing of the record")
      let isSafe = HostileFileEndToEnd.isSafe(text + session.errors)
      #expect(isSafe, "\(command) sends what a terminal acts on")
    }
  }

  // MARK: Every kind of file

  private static let deep = Array(String(repeating: "{\"a\":", count: 100_000).utf8)
  private static let broken: [[UInt8]] = [
    [], deep, [0x22, 0xFF, 0x22], Array("{\"\(threat)".utf8),
    Array(#"{"\u001b]0;owned\u0007": {"\u009b31m": "\u202e"}, "notes": 1, "looks": 2}"#.utf8),
    Array((0..<50_000).map { "{\"\($0)\":[" }.joined().utf8),
  ]

  private struct Kind: CustomTestStringConvertible, Sendable {
    let name: String
    let arguments: [String]
    let codes: Set<Int32>

    var testDescription: String { name }
  }

  /// How each file is handed over: `F` stands for it.
  private static let kinds = [
    Kind(name: "edition", arguments: ["--edition", "F", "next"], codes: [64, 65]),
    Kind(name: "edition of a list", arguments: ["countries", "--edition", "F"], codes: [65]),
    Kind(name: "check", arguments: ["check", "F"], codes: [65]),
    Kind(name: "import", arguments: ["import", "F"], codes: [65]),
    Kind(name: "table", arguments: ["import", "--dry-run", "F.csv"], codes: [65]),
    Kind(name: "theme", arguments: ["--theme", "F"], codes: [65]),
  ]

  @Test(arguments: kinds) private func aBrokenFileIsToldWithItsPlace(_ kind: Kind) throws {
    for (number, bytes) in HostileFileEndToEnd.broken.enumerated() {
      let isTable = kind.name == "table"
      let file = try write("broken-\(number)" + (isTable ? ".csv" : ".json"), bytes)
      let name = isTable ? "F.csv" : "F"
      let arguments = kind.arguments.map { $0 == name ? file : $0 }
      let session = try Session(arguments, setting: home.setting)
      let ending = try session.waitForEnd()
      #expect(kind.codes.map { .exit($0) }.contains(ending), "\(number): \(ending)")
      // Nothing of it is on the screen, and standard error says where and what.
      #expect(session.output.isEmpty && session.isGivenBack, "\(number)")
      #expect(HostileFileEndToEnd.isSafe(session.errors), "\(number)")
      if kind.name != "edition" {
        #expect(session.errors.contains("\(file):1:"), "\(number): \(session.errors)")
      }
      #expect(session.errors.count < 20_000, "\(number)")
    }
  }

  @Test func aBrokenConfigurationIsToldWithItsPlace() throws {
    let folder = home.folder + "/config/ladmp"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for (number, bytes) in HostileFileEndToEnd.broken.enumerated() {
      let file = try write("config/ladmp/config.json", bytes)
      let session = try Session(
        [], setting: home.setting.merging(["XDG_CONFIG_HOME": home.folder + "/config"]) { $1 })
      #expect(try session.waitForEnd() == .exit(78), "\(number)")
      #expect(session.output.isEmpty && session.errors.contains("\(file):1:"), "\(number)")
      #expect(HostileFileEndToEnd.isSafe(session.errors), "\(number)")
    }
  }

  @Test func aBrokenStoreAndHistoryAreToldAndKept() throws {
    _ = try home.run("note", "PE", "first")
    let kept = try Data(contentsOf: URL(fileURLWithPath: home.store))
    for (number, bytes) in HostileFileEndToEnd.broken.enumerated() where number != 4 {
      try Data(bytes).write(to: URL(fileURLWithPath: home.store))
      let outcome = try home.run("note", "PE", "second")
      #expect(outcome.code == 65 && outcome.errors.contains("store.json:1:"), "\(number)")
      #expect(HostileFileEndToEnd.isSafe(outcome.errors), "\(number)")
      #expect(try Data(contentsOf: URL(fileURLWithPath: home.store)) == Data(bytes), "\(number)")
    }
    try kept.write(to: URL(fileURLWithPath: home.store))
    for bytes in HostileFileEndToEnd.broken {
      try Data(bytes).write(
        to: URL(fileURLWithPath: home.folder + "/ladmp/store.history.jsonl"))
      let outcome = try home.run("history")
      #expect(outcome.code <= 1 && HostileFileEndToEnd.isSafe(outcome.output + outcome.errors))
      #expect(try home.run("note", "PE", "again", "-q").code == 0)
    }
  }

  // MARK: Programs and files

  /// A link is one argument of the browser, whatever stands in it.
  @Test func noShellSeesALink() throws {
    let (browser, note) = (home.folder + "/browser", home.folder + "/note")
    try "#!/bin/sh\nprintf '%s\\n' \"$#\" \"$1\" > \(note).part && mv \(note).part \(note)\n"
      .write(toFile: browser, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: browser)
    let link = "https://x/$(touch \(home.folder)/owned);`id`|&'--no-sandbox"
    let text = String(decoding: Edition.builtInBytes, as: UTF8.self)
    let edited = text.replacing(#/"url": "https?:[^"]*"/#) { _ in "\"url\": \"\(link)\"" }
    let file = try write("links.json", Array(edited.utf8))
    let session = try Session(
      ["--edition", file], setting: home.setting.merging(["BROWSER": browser]) { $1 })
    try session.wait(forText: "in 8 days")
    session.type("o")
    try session.wait(for: "the browser") { FileManager.default.fileExists(atPath: note) }
    #expect(try home.text(note) == "1\n\(link)\n")
    #expect(!FileManager.default.fileExists(atPath: home.folder + "/owned"))
  }

  @Test(arguments: ["javascript:alert(1)", "file:///etc/passwd", "-oProxyCommand=id", " https://x"])
  func otherLinksAreRefused(_ link: String) throws {
    let text = String(decoding: Edition.builtInBytes, as: UTF8.self)
    let edited = text.replacing(#/"url": "https?:[^"]*"/#, maxReplacements: 1) { _ in
      "\"url\": \"\(link)\""
    }
    let outcome = try home.run("check", try write("link.json", Array(edited.utf8)))
    #expect(outcome.code == 65 && outcome.errors.contains("begins with https:// or http://"))
  }

  /// Whatever the mask, what the user writes is the user's alone.
  @Test func filesOfTheStoreAreTheUsersAlone() throws {
    for text in ["one", "two"] {
      let command = "umask 0; exec \(Session.binary) note PE \(text)"
      #expect(try home.run(["-c", command], through: ["/bin/sh"], binary: false).code == 0)
    }
    let folder = home.folder + "/ladmp"
    var names: Set<String> = []
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) + [""] {
      let mode = try FileManager.default.attributesOfItem(atPath: "\(folder)/\(name)")
      let expected = name.isEmpty ? 0o700 : 0o600
      #expect(mode[.posixPermissions] as? Int == expected, "\(name)")
      names.insert(name)
    }
    #expect(names.isSuperset(of: ["store.json", "store.previous.json", "store.history.jsonl"]))
  }

  /// Links that somebody else put where the program writes lead nowhere.
  @Test func linksOfOthersAreNotFollowed() throws {
    _ = try home.run("note", "PE", "one")
    let victim = try write("victim", Array("precious".utf8))
    for name in ["store.new.json", "store.previous.json", "store.previous.new.json"] {
      let link = home.folder + "/ladmp/" + name
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: victim)
    }
    #expect(try home.run("note", "PE", "two").code == 0)
    #expect(try home.notes(on: "PE") == ["one", "two"])
    for name in ["store.history.jsonl", "store.lock"] {
      let link = home.folder + "/ladmp/" + name
      try? FileManager.default.removeItem(atPath: link)
      try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: victim)
      let outcome = try home.run("note", "PE", "three")
      #expect(outcome.code == 74 && outcome.errors.contains(name), "\(name): \(outcome.errors)")
      try FileManager.default.removeItem(atPath: link)
    }
    let output = home.folder + "/out.json"
    try FileManager.default.createSymbolicLink(atPath: output, withDestinationPath: victim)
    #expect(try home.run("export", "-o", output).code == 73)
    #expect(try home.text(victim) == "precious")
  }
}
