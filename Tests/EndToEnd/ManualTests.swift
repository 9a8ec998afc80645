import Dashboard
import Foundation
import Testing

/// The manual and the help, against the tool that others check manuals with and against the program.
@Suite(.serialized) struct ManualEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  private func pages() throws -> [String: String] {
    let folder = home.folder + "/man"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    #expect(try home.run("manual", "--all", folder).code == 0)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder)
    return Dictionary(
      uniqueKeysWithValues: try files.map { ($0, try home.text("\(folder)/\($0)")) })
  }

  /// The names of the commands, from the program's help.
  private func commands() throws -> [String] {
    let help = try home.run("--help").output
    let list = help.components(separatedBy: "SUBCOMMANDS:\n").last ?? ""
    return list.split(separator: "\n").filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .map { String($0.split(separator: " ")[0]) }.filter { $0 != "See" }
  }

  @Test func everyPageIsSound() throws {
    let pages = try pages()
    let commands = try commands()
    #expect(commands.count > 25)
    let topics = ["queries", "keys", "dashboard", "store", "sharing", "sources"].map {
      "ladmp-\($0).7"
    }
    #expect(Set(pages.keys) == Set(["ladmp.1"] + commands.map { "ladmp-\($0).1" } + topics))
    for (file, text) in pages {
      let path = "\(home.folder)/man/\(file)"
      let lint = try home.run(
        [], through: ["/bin/sh", "-c", "mandoc -T lint -W style \(path); exit 0", "sh"])
      // Whether the pages that are named are there is looked at below.
      let remarks = lint.output.split(separator: "\n")
        .filter { !$0.contains("referenced manual not found") }
      #expect(remarks == [], "\(file)")
      for line in text.split(separator: "\n") where line.hasPrefix(".Xr ") {
        let words = line.split(separator: " ")
        #expect(pages["\(words[1]).\(words[2])"] != nil, "\(file) \(line)")
      }
      #expect(text.utf8.allSatisfy { $0 < 0x80 })
    }
  }

  @Test func everyOptionHasItsPlace() throws {
    let pages = try pages()
    for command in try commands() {
      let help = try home.run(command, "--help")
      let told = try home.run("help", command).output
      #expect(command == "sources" ? told.contains(help.output) : told == help.output)
      let page = try #require(pages["ladmp-\(command).1"]).replacingOccurrences(
        of: "\\-", with: "-")
      for word in help.output.components(separatedBy: "OPTIONS:").last?.split(separator: "\n") ?? []
      where word.hasPrefix("  -") {
        let option = word.prefix(26).split(whereSeparator: { " ,".contains($0) }).last {
          $0.hasPrefix("-")
        }
        let name = try #require(option).dropFirst()
        #expect(page.contains("Fl \(name)"), "\(command) \(word)")
      }
    }
  }

  @Test func topicsAreTold() throws {
    for topic in ["queries", "keys", "dashboard", "store", "sharing", "sources"] {
      let help = try home.run("help", topic)
      #expect(help.code == 0 && help.errors.isEmpty && help.output.contains("\(topic): "))
      // A command's usage is one line.
      guard topic != "sources" else { continue }
      #expect(help.output.split(separator: "\n").allSatisfy { $0.cellWidth <= 80 })
    }
    let keys = try home.run("help", "keys").output
    for (request, bound) in KeyMap.usual.bindings {
      let line = keys.split(separator: "\n").first {
        $0.hasPrefix("  \(bound.map(\.label).joined(separator: ", "))  ")
      }
      let words = request.explanation.split(separator: " ").prefix(3).joined(separator: " ")
      #expect(line?.contains(words) ?? false, "\(request)")
    }
    #expect(try home.run("help", "sources").output.contains("OVERVIEW: List the sources"))
    #expect(try home.run("manual", "nonsense").code == 64)
  }

  @Test func theVersionSaysWhichEditionAnswers() throws {
    let version = try home.run("--version").output
    #expect(version.hasSuffix(", edition of 2022-09-28\n"))
  }
}
