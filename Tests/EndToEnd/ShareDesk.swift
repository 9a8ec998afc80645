import Foundation
import Testing

/// Somebody's desk: a home, a name that git knows, and the real git.
struct ShareDesk {
  let home: StoreHome

  init(_ author: String) throws { home = try StoreHome(of: author) }

  /// Runs the program and wants it to succeed.
  @discardableResult
  func ladmp(_ arguments: String...) throws -> String {
    let outcome = try home.run(arguments)
    #expect(outcome.code == 0, "\(arguments): \(outcome.errors)")
    return outcome.output
  }

  /// Runs a line of shell in the store's folder.
  @discardableResult
  func shell(_ line: String) throws -> StoreHome.Outcome {
    try home.run(
      [], through: ["/bin/sh", "-c", "cd '\(home.folder)/ladmp' && { \(line); }", "sh"])
  }

  var store: String { (try? home.text()) ?? "" }

  /// Puts a hook in place.
  func hook(_ name: String, _ script: String) throws {
    let file = home.folder + "/ladmp/.git/hooks/\(name)"
    try "#!/bin/sh\n\(script)\n".write(toFile: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
  }
}

/// A bare repository that desks share, as a hosted one would be.
final class ShareHub {
  let folder = NSTemporaryDirectory() + "ladmp-hub-\(UUID().uuidString).git"
  /// Desks last as long as what they share: their homes go away with them.
  private var desks: [ShareDesk] = []

  init() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["git", "-c", "init.defaultBranch=main", "init", "-q", "--bare", folder]
    process.environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "GIT_CONFIG_NOSYSTEM": "1"]
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// Desks that share a record here.
  func desks(_ authors: String...) throws -> [ShareDesk] {
    let desks = try authors.map { try ShareDesk($0) }
    self.desks += desks
    try desks[0].ladmp("share", "init", "--remote", folder)
    for desk in desks.dropFirst() { try desk.ladmp("share", "join", folder) }
    return desks
  }
}
