import Foundation
import Testing

/// Lasting choices, and the command that looks whether all is well.
@Suite(.serialized) struct ConfigurationEndToEnd {
  private let home: StoreHome
  private var file: String { home.folder + "/ladmp/config.json" }

  init() throws {
    home = try StoreHome()
    try FileManager.default.createDirectory(
      atPath: home.folder + "/ladmp", withIntermediateDirectories: true)
  }

  private func configure(_ text: String) throws {
    try text.write(toFile: file, atomically: true, encoding: .utf8)
  }

  private func run(_ arguments: String..., setting: [String: String] = [:]) throws
    -> StoreHome.Outcome
  {
    let variables = setting.merging(["XDG_CONFIG_HOME": home.folder]) { first, _ in first }
    let env = ["/usr/bin/env"] + variables.map { "\($0)=\($1)" }
    return try home.run(arguments, through: env)
  }

  private struct Settings: Decodable {
    struct Setting: Decodable {
      let origin: String
      let option: String
    }
    let file: String
    let settings: [String: Setting]
  }

  @Test func theCommandLineGoesBeforeTheEnvironmentAndThatBeforeTheFile() throws {
    #expect(try run("config").output.hasPrefix("\(file) (not there)\n"))
    try configure(
      """
      { "as_of": "2022-10-07", "format": "csv",
        "store": "mine.json", "color": 256 }
      """)
    #expect(try run("meetings", "--columns", "id,phase").output.contains("lima-2022,held\r\n"))
    let before = try run("meetings", "--columns", "id,phase", "--as-of", "2022-10-01")
    #expect(before.output.contains("lima-2022,to come\r\n"))
    #expect(try run("meetings", "--format", "json").output.hasPrefix("[\n"))
    #expect(try run("note", "PE", "Mine", "-q").code == 0)
    #expect(try home.text(home.folder + "/ladmp/mine.json").contains("Mine"))
    let other = home.folder + "/other.json"
    #expect(try run("note", "PE", "Other", "-q", setting: ["LADMP_STORE": other]).code == 0)
    #expect(try home.text(other).contains("Other"))
    let json = try run("config", "--format", "json", setting: ["LADMP_STORE": other]).output
    #expect(try Readers.schemaFaults("config", json) == [])
    let found = try Readers.read("json", json, as: Settings.self)
    #expect(found.file == file && found.settings["store"]?.origin == "LADMP_STORE")
    #expect(found.settings["color"]?.origin == "\(file):2")
    #expect(
      found.settings["theme"]?.origin == "default" && found.settings["theme"]?.option == "--theme")
  }

  @Test(arguments: [
    ("{ \"colour\": \"never\" }", "1:3: there is no “colour”, expected one of as_of, "),
    ("{\n  \"ascii\": \"yes\"\n}", "2:12: “ascii” is “yes”, expected true or false"),
    ("{ \"as_of\": \"2022-13-01\" }", "1:12: “as_of” is “2022-13-01”, expected a day such as"),
    ("{ \"format\": \"ics\" }", "1:13: “format” is “ics”, expected one of “table”, "),
    ("{ \"theme\": \"no-such\" }", "1:12: “theme” is “no-such”, expected one of “colour-blind”, "),
    ("[]", "1:1: the configuration is a list, expected an object"),
    ("{ \"theme\": ", "1:12: "),
  ])
  func whatIsWrongIsNamedWithItsPlace(_ text: String, _ fault: String) throws {
    try configure(text)
    for command in [["config"], ["countries"], ["next"]] {
      let outcome = try home.run(
        command, through: ["/usr/bin/env", "XDG_CONFIG_HOME=\(home.folder)"])
      #expect(outcome.code == 78 && outcome.output.isEmpty)
      #expect(outcome.errors.hasPrefix("\(file):\(fault)"), "\(outcome.errors)")
    }
    let doctor = try run("doctor")
    #expect(doctor.code == 1 && doctor.output.contains("Mend that line"))
    #expect(try run("--version").code == 0 && run("help", "keys").code == 0)
  }

  @Test func thePlainModeAndTheLettersCanBeSetForGood() throws {
    try configure("{ \"plain\": true, \"theme\": \"./no-such.json\" }")
    let session = try Session(setting: ["XDG_CONFIG_HOME": home.folder])
    try session.wait(forText: "> ")
    session.type("quit\n")
    #expect(try session.waitForEnd() == .exit(0))
    let drawn = try Session(["--no-plain"], setting: ["XDG_CONFIG_HOME": home.folder])
    #expect(try drawn.waitForEnd() == .exit(66) && drawn.errors.contains("no-such"))
  }

  // MARK: The doctor

  private struct Diagnosis: Decodable {
    struct Finding: Decodable {
      let about: String
      let state: String
      let found: String
      let advice: String?
    }
    let edition: String
    let findings: [Finding]

    func state(of name: String) -> String? { findings.first { $0.about == name }?.state }
  }

  @Test func findsThatAllIsWell() throws {
    let doctor = try run("doctor", "--format", "json")
    let diagnosis = try Readers.read("json", doctor.output, as: Diagnosis.self)
    #expect(doctor.code == 0 && diagnosis.edition == "2022-09-28")
    #expect(try Readers.schemaFaults("doctor", doctor.output) == [])
    let names = [
      "terminal", "locale", "colours", "width of characters", "Esc key", "configuration",
      "edition", "store", "lock",
    ]
    #expect(diagnosis.findings.map(\.about) == names)
    #expect(diagnosis.findings.allSatisfy { $0.state != "trouble" })
    #expect(!FileManager.default.fileExists(atPath: home.store))
  }

  @Test func asksTheTerminalForTheWidthOfCharacters() throws {
    let session = try Session(["doctor"])
    #expect(try session.waitForEnd() == .exit(0))
    #expect(session.shows("width of characters: the terminal and the program agree"))
    #expect(session.isGivenBack)
    let dumb = try Session(["doctor"], setting: ["TERM": "dumb"])
    #expect(try dumb.waitForEnd() == .exit(1))
    #expect(dumb.shows("Set TERM to what the terminal is"))
  }

  @Test func findsWhatIsWrongWithStoreAndEdition() throws {
    try "{ broken".write(toFile: home.store, atomically: true, encoding: .utf8)
    let store = try run("doctor", "--format", "json")
    var diagnosis = try Readers.read("json", store.output, as: Diagnosis.self)
    #expect(store.code == 1 && diagnosis.state(of: "store") == "trouble")
    let edition = home.folder + "/edition.json"
    try "{}".write(toFile: edition, atomically: true, encoding: .utf8)
    let outcome = try run("doctor", "--format", "json", "--edition", edition)
    diagnosis = try Readers.read("json", outcome.output, as: Diagnosis.self)
    #expect(outcome.code == 1 && diagnosis.state(of: "edition") == "trouble")
    let nowhere = try run("doctor", "--store", "/nowhere/store.json")
    #expect(nowhere.code == 1 && nowhere.output.contains("/nowhere/store.json can't be written"))
  }

  @Test func seesThatAnotherInstanceWrites() throws {
    try "".write(toFile: home.folder + "/ladmp/store.lock", atomically: true, encoding: .utf8)
    let shell = [
      "/bin/sh", "-c", "flock \"$0\" env XDG_CONFIG_HOME=/nonexistent \"$@\"",
      home.folder + "/ladmp/store.lock",
    ]
    let doctor = try home.run(["doctor"], through: shell)
    #expect(doctor.code == 0 && doctor.output.contains("lock: another instance is writing"))
  }
}
