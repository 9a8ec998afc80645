/// What git's words on a remote mean.
enum RemoteWords {
  private static let offline = [
    "could not resolve host", "temporary failure in name resolution", "name or service not known",
    "connection refused", "connection timed out", "operation timed out", "network is unreachable",
    "no route to host", "could not connect", "failed to connect", "connection reset",
    "connection closed", "the remote end hung up", "early eof", "nodename nor servname",
    "network is down", "couldn't connect",
  ]
  private static let password = [
    "authentication failed", "could not read username", "could not read password",
    "permission denied (", "terminal prompts disabled", "host key verification failed",
    "no such device or address", "access denied", "invalid credentials",
  ]
  private static let gone = [
    "does not appear to be a git repository", "repository not found", "not found",
    "does not exist", "no such file or directory", "not a git repository", "access rights",
  ]
  /// What a remote says to whoever comes second.
  private static let overtaken = [
    "(fetch first)", "(non-fast-forward)", "(stale info)", "failed to update ref",
    "cannot lock ref", "incorrect old value", "failed to lock", "remote ref updated since checkout",
  ]

  /// Why a remote did not answer as it was asked to.
  ///
  /// - Parameter canAsk: whether git could ask the person for a password.
  static func trouble(
    _ outcome: Git.Outcome, _ remote: String, canAsk: Bool
  ) -> ShareTrouble {
    let all = outcome.errors.lowercased()
    func has(_ words: [String]) -> Bool { words.contains { all.contains($0) } }
    if has(password) { return .wantsPassword(outcome.words, couldAsk: canAsk) }
    if has(offline) { return .offline(outcome.words) }
    if has(gone) { return .remoteGone(remote, outcome.words) }
    return .git("exchange with \(remote)", outcome.words)
  }

  /// Whether somebody else sent something first.
  static func isOvertaken(_ outcome: Git.Outcome) -> Bool {
    let all = (outcome.text + outcome.errors).lowercased()
    return overtaken.contains { all.contains($0) }
  }

  /// The remote's own reason for not taking what was sent; nil where it gave none.
  static func refusal(_ outcome: Git.Outcome) -> [String]? {
    let lines = outcome.text.split(separator: "\n").filter { $0.hasPrefix("!") }
    guard let line = lines.first(where: { $0.contains("[remote rejected]") }) ?? lines.first else {
      return nil
    }
    let told = outcome.errors.split(whereSeparator: \.isNewline).filter { $0.hasPrefix("remote: ") }
      .map { $0.dropFirst("remote: ".count).prefix { !$0.isNewline }.withoutEndingSpace }
    let why = line.split(separator: "\t").last.map(String.init) ?? String(line)
    return [why] + told.prefix(6).map(String.init)
  }
}
