import Dashboard
import Foundation
import Testing

/// The real program in other languages than English.
@Suite struct LanguageTests {
  @Test func theKeyGoesThroughTheLanguages() throws {
    let session = try Session(columns: 80, rows: 24)
    try session.wait(forText: "Countries 35")
    session.press(.character("L"))
    try session.wait(forText: "Países 35, 21 adhirieron")
    try session.wait(forText: "El idioma es ahora: Español.")
    try session.wait(forText: "Cronología")
    session.press(.character("L"))
    try session.wait(forText: "Países 35, 21 aderiram")
    session.press(.character("L"))
    try session.wait(forText: "Pays 35, 21 adhérents")
    session.press(.character("L"))
    try session.wait(forText: "Countries 35")
    session.press(.character("q"))
    _ = try session.waitForEnd()
    #expect(session.isGivenBack)
  }

  @Test func theLocaleChooses() throws {
    let session = try Session(columns: 80, rows: 24, setting: ["LANG": "fr_FR.UTF-8"])
    try session.wait(forText: "Pays 35, 21 adhérents")
    try session.wait(forText: "dans 8 jours")
    session.press(.character("q"))
    _ = try session.waitForEnd()
  }

  @Test func whereThereAreNoAccentsItIsReadWithoutThem() throws {
    let session = try Session(
      columns: 80, rows: 24, setting: ["LC_ALL": "es_PE.ISO-8859-1"])
    try session.wait(forText: "Paises 35, 21 adhirieron")
    try session.wait(forText: "Gestion humana")
    #expect(session.output.allSatisfy { $0 < 0x80 })
    session.press(.character("q"))
    _ = try session.waitForEnd()
  }

  @Test func theOptionComesBeforeTheLocale() throws {
    let session = try Session(
      ["--lang", "pt"], columns: 80, rows: 24, setting: ["LANG": "fr_FR.UTF-8"])
    try session.wait(forText: "Países 35, 21 aderiram")
    session.press(.character("?"))
    try session.wait(forText: "Ajuda")
    session.press(.escape, .character("q"))
    _ = try session.waitForEnd()
  }

  @Test(arguments: [
    (["brief", "PE", "--lang", "es"], "## Relación con: Declaración de Los Ángeles"),
    (["show", "PE", "--lang", "fr"], "Amérique du Sud"),
    (["changes", "--to", "2022-10-07", "--lang", "pt"], "Depois de"),
    (["countries", "--lang", "fr"], "États-Unis"),
    (["next", "--lang", "es"], "Primera reunión ministerial"),
    (["next", "--format", "ics", "--lang", "es"], "SUMMARY:Primera reunión ministerial"),
    (["countries", "--format", "json", "--lang", "es"], "\"name\": \"Perú\""),
  ])
  func theCommandsSpeakIt(_ arguments: [String], _ text: String) throws {
    let session = try Session(arguments, columns: 120, rows: 400)
    _ = try session.waitForEnd()
    #expect(String(decoding: session.output, as: UTF8.self).contains(text))
  }

  @Test func programsReadTheSameWhateverTheLocaleIs() throws {
    let outputs = try ["C.UTF-8", "es_PE.UTF-8"].map { locale in
      let session = try Session(
        ["countries", "--format", "json"], setting: ["LANG": locale])
      _ = try session.waitForEnd()
      return session.output
    }
    #expect(!outputs[0].isEmpty && outputs[0] == outputs[1])
  }

  @Test func thePageAndTheConfigurationSpeakTheLanguage() throws {
    let home = try StoreHome()
    let page = try home.run("export", "--format", "html", "--lang", "es")
    #expect(page.output.contains("<html lang=\"es\"") && page.output.contains("Donde difieren"))
    #expect(page.output.contains("México") && !page.output.contains("Where sources differ"))
    let config = home.folder + "/ladmp"
    try FileManager.default.createDirectory(atPath: config, withIntermediateDirectories: true)
    try "{\"lang\": \"fr\"}".write(
      toFile: config + "/config.json", atomically: true, encoding: .utf8)
    let through = ["/usr/bin/env", "XDG_CONFIG_HOME=\(home.folder)"]
    #expect(try home.run(["next"], through: through).output.contains("dans 8 jours"))
    #expect(try home.run(["next", "--lang", "pt"], through: through).output.contains("em 8 dias"))
    #expect(try home.run("help", "nonsense").code == 64)
  }
}
