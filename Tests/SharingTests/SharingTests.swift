import Testing

@testable import Sharing

/// What git is given, and what its words mean.
@Suite struct SharingTests {
  @Test(arguments: [
    "https://example.org/team/record.git", "git@example.org:team/record.git", "/srv/record.git",
    "ssh://git@[::1]:22/record", "../hub",
  ])
  func takesAddressesThatPeopleHave(_ address: String) throws {
    try RemoteAddress.check(address)
  }

  @Test(arguments: ["-x", "ext::sh", "a::b", "ssh://-x/y", "user@-host:x", "a\nb", ""])
  func refusesOptionsAndPrograms(_ address: String) {
    #expect(throws: ShareTrouble.self) { try RemoteAddress.check(address) }
  }

  @Test func namesOfFoldersAreMadeWhole() {
    #expect(RemoteAddress.whole("hub.git", from: "/home/ana") == "/home/ana/hub.git")
    #expect(RemoteAddress.whole("/srv/hub.git", from: "/home/ana") == "/srv/hub.git")
    #expect(RemoteAddress.whole("host:hub.git", from: "/home/ana") == "host:hub.git")
  }

  @Test func theFirstCommitSaysWhichEditionTheRecordIsLaidOver() {
    let message = ShareMessage.beginning(over: Array(#"{"shortTitle": {"en": "Blue Ports"}}"#.utf8))
    #expect(message == "Begin the record\n\nEdition: blue-ports")
    #expect(ShareMessage.editions(in: "x\n\(message)\n\n\(message)\n").count == 2)
    #expect(ShareMessage.beginning(over: Array("{}".utf8)) == "Begin the record")
    #expect(ShareMessage.editions(in: "Begin the record\n\nReviewed: yes\n").isEmpty)
  }

  @Test func whatARemoteSaysIsReadWithoutWhatSurroundsIt() {
    let outcome = Git.Outcome(
      code: 1, output: [], errors: "fatal: no\r\nremote: not on Fridays      \n\r\n")
    #expect(outcome.words == ["no", "remote: not on Fridays"])
  }

  @Test func versionsAreCompared() throws {
    let apple = try #require(GitVersion("git version 2.39.5 (Apple Git-154)"))
    #expect(apple.numbers == [2, 39, 5] && apple > GitVersion.first)
    #expect(try #require(GitVersion("git version 2.9.1")) < GitVersion.first)
    #expect(GitVersion("hub version 2") == nil)
  }

  @Test(arguments: [
    ("fatal: unable to access 'https://x/': Could not resolve host: x", "offline"),
    ("ssh: connect to host x port 22: Connection refused\nfatal: Could not read", "offline"),
    ("fatal: could not read Username for 'https://x': terminal prompts disabled", "password"),
    ("git@x: Permission denied (publickey).\nfatal: Could not read from remote", "password"),
    ("fatal: '/x' does not appear to be a git repository", "gone"),
    ("remote: Repository not found.\nfatal: repository 'https://x/' not found", "gone"),
    ("fatal: something else", "other"),
  ])
  func wordsOfGitAreUnderstood(_ errors: String, _ meaning: String) {
    let trouble = RemoteWords.trouble(
      Git.Outcome(code: 128, output: [], errors: errors), "origin", canAsk: false)
    switch trouble {
    case .offline: #expect(meaning == "offline")
    case .wantsPassword: #expect(meaning == "password")
    case .remoteGone: #expect(meaning == "gone")
    default: #expect(meaning == "other")
    }
  }

  @Test(arguments: [
    ("store.json", "/store.json", "/store.json"),
    ("my store.json", "/my\\ store.json", "\"/my\\\\ store.json\""),
    ("a[b]*.json", "/a\\[b]\\*.json", "\"/a\\\\[b]\\\\*.json\""),
  ])
  func aPatternMeansOneFile(_ name: String, _ text: String, _ quoted: String) {
    #expect(GitPattern(of: name).text == text)
    #expect(GitPattern(of: name).quoted == quoted)
  }

  @Test func whatARemoteSaysDoesNotActOnTheTerminal() {
    var heard = HeardText()
    #expect(heard.take(Array("remote: a\u{1B}[2J".utf8)).isEmpty)
    #expect(heard.take(Array("\u{9B}\rb".utf8)) == "remote: a\u{FFFD}[2J\u{FFFD}\r")
    #expect(heard.rest().isEmpty && heard.held == "b")
    #expect(heard.take(Array("fatal: no\nReceiving: 50% (1/2)\r".utf8)) == "Receiving: 50% (1/2)\r")
    #expect(heard.held == "bfatal: no\n")
    #expect(heard.take(Array("visit \u{1B}x".utf8)).isEmpty)
    #expect(heard.whatWaits() == "bfatal: no\nvisit \u{FFFD}x" && heard.held.isEmpty)
    #expect(heard.whatWaits().isEmpty && heard.rest().isEmpty)
  }
}
