import Foundation
import Testing

/// Editions that are signed by the programs that sign for git.
@Suite(.serialized) struct SignedEditionEndToEnd {
  private let desk: ShareDesk
  private var folder: String { desk.home.folder }
  private var file: String { folder + "/public/record.json" }

  init() throws {
    desk = try ShareDesk("Ana")
    try desk.ladmp("set", "lima-2022", "starts", "09:00", "--source", "lo-2022")
  }

  private func sh(_ line: String) throws {
    let outcome = try desk.shell("cd '\(folder)' && { \(line); }")
    #expect(outcome.code == 0, "\(line): \(outcome.errors)")
  }

  /// A key that git signs with.
  private func signWithSSH() throws {
    try sh(
      """
      ssh-keygen -q -t ed25519 -N '' -C '' -f key
      git config --file gitconfig gpg.format ssh
      git config --file gitconfig user.signingKey '\(folder)/key.pub'
      """)
  }

  private func knowAna() throws {
    try sh(
      """
      echo "ana@example.org $(cat key.pub)" > allowed
      git config --file gitconfig gpg.ssh.allowedSignersFile '\(folder)/allowed'
      """)
  }

  @Test func withSSHAndWhoSignsIsSaidWhereItIsKnown() throws {
    try signWithSSH()
    // As git signs commits, so are editions, unless it is said.
    try desk.ladmp("share", "publish", folder + "/plain")
    #expect(!FileManager.default.fileExists(atPath: folder + "/plain/record.json.sig"))
    try sh("git config --file gitconfig commit.gpgSign true")
    let told = try desk.ladmp("share", "publish", folder + "/public")
    #expect(told.contains("is signed with ED25519 key SHA256:"), "\(told)")
    #expect(told.contains("gpg.ssh.allowedSignersFile"))
    try knowAna()
    let verified = try desk.ladmp("share", "verify", file)
    #expect(
      verified.contains("has the digest that was published; it is signed by ana@example.org"),
      "\(verified)")
    let session = try Session(["--edition", file], setting: desk.home.setting)
    try session.wait(forText: "This edition is signed by ana@example.org.")
    session.type("q")
    #expect(try session.waitForEnd() == .exit(0))
    try desk.ladmp("share", "publish", folder + "/unsigned", "--no-sign")
    let plain = try desk.home.run("share", "verify", folder + "/unsigned/record.json")
    #expect(plain.code == 1 && plain.output.contains("it is not signed"))
  }

  @Test(arguments: [
    // Another record, with a digest of its own.
    """
    sed 's/09:00/08:00/' record.json > new && mv -f new record.json
    sha256sum record.json > record.json.sha256
    """,
    // A signature that the same key made for another purpose.
    "rm -f record.json.sig && ssh-keygen -q -Y sign -n file -f ../key record.json",
    "echo nonsense > new && mv -f new record.json.sig",
  ])
  func aWrongSignatureIsRefused(_ evil: String) throws {
    try signWithSSH()
    try knowAna()
    try desk.ladmp("share", "publish", folder + "/public", "--sign")
    try sh("cd public && { \(evil); }")
    for command in [["pillars", "--edition", file], ["share", "verify", file]] {
      let refused = try desk.home.run(command)
      #expect(refused.code == 65 && refused.output.isEmpty)
      #expect(refused.errors.contains("record.json.sig: the signature is not one of this record"))
      #expect(!refused.errors.contains("␍") && !refused.errors.contains("␊"))
    }
    // What somebody else signed is not said to be Ana's.
    try sh("rm -rf public; mv key ana; mv key.pub ana.pub; ssh-keygen -q -t ed25519 -N '' -f key")
    try desk.ladmp("share", "publish", folder + "/public", "--sign")
    let other = try desk.home.run("share", "verify", file)
    #expect(other.code == 1 && other.output.contains("nobody says whose that is"), "\(other)")
  }

  @Test func withGPG() throws {
    let setting = ["GNUPGHOME": folder + "/gpg"]
    let environment = "export GNUPGHOME='\(folder)/gpg'"
    defer { _ = try? desk.shell("\(environment); gpgconf --kill all") }
    try sh(
      """
      mkdir -m 700 gpg; \(environment)
      gpg --quiet --batch --passphrase '' --quick-gen-key 'Ana <ana@example.org>' 2>/dev/null
      """)
    let told = try desk.home.run(
      ["share", "publish", folder + "/public", "--sign"], setting: setting)
    #expect(told.output.contains("is signed by Ana <ana@example.org> (the key "), "\(told)")
    // Without the key nobody can say.
    try sh("mkdir -m 700 empty")
    let verify = ["share", "verify", file]
    let unknown = try desk.home.run(verify, setting: ["GNUPGHOME": folder + "/empty"])
    #expect(unknown.code == 1 && unknown.output.contains("gpg does not have the key"))
    try sh("cd public && sed 's/09:00/08:00/' record.json > new && mv -f new record.json")
    try sh("cd public && sha256sum record.json > record.json.sha256")
    let refused = try desk.home.run(verify, setting: setting)
    #expect(refused.code == 65 && refused.errors.contains("it is of another record"))
  }

  @Test func whereItCannotBeSignedNothingIsPublished() throws {
    try sh("git config --file gitconfig gpg.format ssh")
    let arguments = ["share", "publish", folder + "/public", "--sign"]
    try sh("git config --file gitconfig gpg.format openpgp; mkdir -m 700 empty")
    let unknown = try desk.home.run(arguments, setting: ["GNUPGHOME": folder + "/empty"])
    #expect(unknown.code == 73 && unknown.errors.contains("not signed: gpg: signing failed: "))
    try sh("git config --file gitconfig gpg.format ssh")
    let keyless = try desk.home.run(arguments)
    #expect(keyless.code == 78 && keyless.errors.contains("user.signingKey names one"))
    try sh("git config --file gitconfig user.signingKey '\(folder)/nowhere'")
    let failed = try desk.home.run(arguments)
    #expect(failed.code == 73 && failed.errors.contains("not signed: ssh-keygen: "), "\(failed)")
    #expect(failed.errors.contains("--no-sign publishes without a signature"))
    try sh("git config --file gitconfig gpg.ssh.program '\(folder)/gone'")
    let missing = try desk.home.run(arguments)
    #expect(missing.code == 78 && missing.errors.contains("gone is not installed"), "\(missing)")
    #expect(try desk.shell("ls -A '\(folder)/public'").output.isEmpty)
  }

  @Test func whatIsStillToBeSettledIsNamed() throws {
    let hub = try ShareHub()
    let desks = try hub.desks("Ben", "Cleo")
    for (desk, time) in zip(desks, ["09:00", "10:00"]) {
      try desk.ladmp("set", "lima-2022", "starts", time, "--source", "lo-2022")
    }
    for desk in desks + desks { try desk.ladmp("share", "sync") }
    let told = try desks[0].home.run("share", "publish", folder + "/open")
    #expect(
      told.errors.contains(
        "still to be settled, and published as it shows: Lima 6 Oct 2022, starts at"), "\(told)")
  }

  @Test func whatWasPublishedBeforeIsReplacedWhenThatIsAskedFor() throws {
    try signWithSSH()
    try desk.ladmp("share", "publish", folder + "/public", "--sign")
    try desk.ladmp("set", "lima-2022", "starts", "10:00", "--source", "lo-2022")
    let taken = try desk.home.run("share", "publish", folder + "/public")
    #expect(taken.code == 73 && taken.errors.contains("--force replaces it"))
    // The signature of the edition before does not stay beside this one.
    try desk.ladmp("share", "publish", folder + "/public", "--force")
    #expect(try desk.ladmp("show", "lima-2022", "--edition", file).contains("10:00"))
    let files = try desk.shell("ls -A '\(folder)/public'").output
    #expect(files == "record.json\nrecord.json.sha256\n")
  }
}
