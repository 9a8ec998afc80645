import Foundation
import Testing

/// The program put in place, and taken away again.
@Suite(.serialized) struct PackageEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  private func shell(_ script: String, _ variables: [String: String] = [:]) throws
    -> StoreHome.Outcome
  {
    let named = variables.merging(["ROOT": Readers.root.path, "HERE": home.folder, "LEVEL": "0"]) {
      first, _ in
      first
    }
    let env = ["/usr/bin/env"] + named.map { "\($0)=\($1)" }
    // The program is the first argument of the script.
    return try home.run([], through: env + ["/bin/sh", "-euc", script, "sh"])
  }

  private func files(in folder: String) throws -> [String] {
    let found = try FileManager.default.subpathsOfDirectory(atPath: folder)
    return found.filter { path in
      var isFolder: ObjCBool = false
      let isThere = FileManager.default.fileExists(
        atPath: "\(folder)/\(path)", isDirectory: &isFolder)
      return isThere && !isFolder.boolValue
    }.sorted()
  }

  static let some = [
    "bin/ladmp", "share/applications/ladmp.desktop", "share/man/man1/ladmp.1",
    "share/man/man1/ladmp-countries.1", "share/man/man7/ladmp-keys.7",
    "share/bash-completion/completions/ladmp", "share/fish/vendor_completions.d/ladmp.fish",
  ]

  @Test func installsAndGoesWithoutATrace() throws {
    let place = home.folder + "/place"
    let install = "DESTDIR=$HERE/place sh \"$ROOT/Packaging/install\""
    let put = try shell("\(install) /usr/local \"$1\"")
    #expect(put.code == 0 && put.errors.isEmpty, "\(put.errors)")
    let files = try files(in: place + "/usr/local")
    #expect(Set(files).isSuperset(of: PackageEndToEnd.some + ["share/zsh/site-functions/_ladmp"]))
    let version = try shell("$HERE/place/usr/local/bin/ladmp --version")
    #expect(version.output == (try home.run("--version").output))
    try "other".write(toFile: place + "/usr/local/bin/other", atomically: true, encoding: .utf8)
    #expect(try shell("\(install) --remove /usr/local \"$1\"").code == 0)
    #expect(try self.files(in: place) == ["usr/local/bin/other"])
  }

  @Test func theDesktopsEntryIsOne() throws {
    let entry = try String(
      contentsOf: Readers.root.appendingPathComponent("Packaging/ladmp.desktop"), encoding: .utf8)
    let lines = Set(entry.split(separator: "\n"))
    #expect(
      lines.isSuperset(of: ["[Desktop Entry]", "Type=Application", "Terminal=true", "Exec=ladmp"]))
    let check = try shell(
      "command -v desktop-file-validate >/dev/null || exit 0; "
        + "desktop-file-validate \"$ROOT/Packaging/ladmp.desktop\"")
    #expect(check.code == 0 && check.output.isEmpty, "\(check.output)")
  }

  private static let hasDpkg = FileManager.default.isExecutableFile(atPath: "/usr/bin/dpkg-deb")

  @Test(.enabled(if: hasDpkg)) func theDebianPackageInstallsAndGoesWithoutATrace() throws {
    let built = try shell("sh \"$ROOT/Packaging/deb\" \"$1\" $HERE/ladmp.deb")
    #expect(built.code == 0 && built.errors.isEmpty, "\(built.errors)")
    let dpkg =
      "PATH=$PATH:/usr/sbin:/sbin dpkg --root=$HERE/system --force-not-root --force-script-chrootless --log=/dev/null"
    let prepare = """
      mkdir -p $HERE/system/var/lib/dpkg/info $HERE/system/var/lib/dpkg/updates
      : >$HERE/system/var/lib/dpkg/status
      """
    let put = try shell("\(prepare)\n\(dpkg) -i $HERE/ladmp.deb")
    #expect(put.code == 0, "\(put.errors)")
    let usr = home.folder + "/system/usr"
    let files = try files(in: usr)
    let packed = PackageEndToEnd.some.map { $0.hasPrefix("share/man") ? $0 + ".gz" : $0 }
    #expect(
      Set(files).isSuperset(
        of: packed + ["share/doc/ladmp/copyright", "share/doc/ladmp/changelog.gz"]))
    #expect(try shell("$HERE/system/usr/bin/ladmp next --format json").code == 0)
    #expect(try shell("\(dpkg) --verify ladmp").output.isEmpty)
    #expect(try shell("\(dpkg) --purge ladmp").code == 0)
    #expect(!FileManager.default.fileExists(atPath: usr))
    let again = try shell(
      "sh \"$ROOT/Packaging/deb\" \"$1\" $HERE/b.deb; cmp $HERE/ladmp.deb $HERE/b.deb")
    #expect(again.code == 0)
  }

  private static let hasLintian = FileManager.default.isExecutableFile(atPath: "/usr/bin/lintian")

  /// Only the program as it is given away has no libraries, and is looked at.
  private static let isRelease = ProcessInfo.processInfo.environment["LADMP_BINARY"] != nil

  @Test(.enabled(if: hasLintian && hasDpkg && isRelease)) func lintianHasNothingToSay() throws {
    let lint = try shell(
      "sh \"$ROOT/Packaging/deb\" \"$1\" $HERE/ladmp.deb >/dev/null; "
        + "lintian --fail-on warning $HERE/ladmp.deb 2>/dev/null")
    #expect(lint.code == 0 && lint.output.isEmpty, "\(lint.output)")
  }
}
