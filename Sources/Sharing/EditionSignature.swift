import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is known of an edition's signature.
public enum EditionSignature: Hashable, Sendable {
  /// There is none.
  case none
  /// It is right, and whose it is; how that is known.
  case known(by: String, how: String)
  /// It is right, and nobody here says whose key it is: the key, and what would say it.
  case unknown(key: String, advice: String)
  /// Whether it is right can't be said here, and why.
  case unchecked(String)

  /// What is known where there are two signatures: the one that says more.
  fileprivate func better(_ other: EditionSignature) -> EditionSignature {
    other.rank > rank ? other : self
  }

  private var rank: Int {
    switch self {
    case .none: 0
    case .unchecked: 1
    case .unknown: 2
    case .known: 3
    }
  }

  /// It in a sentence without a full stop.
  public var words: String {
    switch self {
    case .none: "is not signed"
    case .known(let name, let how): "is signed by \(name) (\(how))"
    case .unknown(let key, let advice):
      "is signed with \(key), and nobody says whose that is; \(advice)"
    case .unchecked(let why): "is signed, and that can't be checked here: \(why)"
    }
  }
}

extension EditionSigning {
  /// What is known of the signature beside a record.
  ///
  /// - Throws: ``ShareTrouble/badSignature(_:_:)`` where it is wrong.
  public func signature(of record: String) throws(ShareTrouble) -> EditionSignature {
    var found = EditionSignature.none
    for form in Form.allCases where access(form.file(of: record), F_OK) == 0 {
      do throws(ShareTrouble) {
        found = found.better(
          try form == .ssh ? sshSignature(of: record) : pgpSignature(of: record))
      } catch {
        switch error {
        case .noProgram, .noGit: found = found.better(.unchecked("\(error)"))
        default: throw error
        }
      }
    }
    return found
  }

  // MARK: ssh

  private func sshSignature(of record: String) throws(ShareTrouble) -> EditionSignature {
    let (program, file) = (try program(for: .ssh), Form.ssh.file(of: record))
    let check = try run(
      [program, "-Y", "check-novalidate", "-n", EditionSigning.purpose, "-s", file],
      reading: record)
    guard check.code == 0 else { throw .badSignature(file, check.words[0]) }
    let line = check.text.split(separator: "\n").first ?? ""
    let key = line.firstRange(of: " with ").map { String(line[$0.upperBound...]) } ?? "a key"
    guard let allowed = try git.line("config", "--type=path", "gpg.ssh.allowedSignersFile") else {
      return .unknown(
        key: key, advice: "git's gpg.ssh.allowedSignersFile names a list of those who sign")
    }
    let unknown = EditionSignature.unknown(key: key, advice: "\(allowed) does not have it")
    let names = try run([program, "-Y", "find-principals", "-f", allowed, "-s", file])
    guard names.code == 0, let name = names.text.split(separator: "\n").first.map(String.init)
    else { return unknown }
    let verified = try run(
      [
        program, "-Y", "verify", "-f", allowed, "-I", name, "-n", EditionSigning.purpose, "-s",
        file,
      ], reading: record)
    return verified.code == 0 ? .known(by: name, how: "\(key), by \(allowed)") : unknown
  }

  // MARK: gpg

  private func pgpSignature(of record: String) throws(ShareTrouble) -> EditionSignature {
    let file = Form.openpgp.file(of: record)
    let outcome = try run([
      try program(for: .openpgp), "--status-fd=1", "--verify", "--", file, record,
    ])
    let told = outcome.text.split(separator: "\n").compactMap { line -> [Substring]? in
      let words = line.split(separator: " ", maxSplits: 3)
      return words.first == "[GNUPG:]" ? Array(words.dropFirst()) : nil
    }
    func line(_ names: String...) -> [Substring]? { told.first { names.contains(String($0[0])) } }
    if let bad = line("BADSIG", "REVKEYSIG") {
      throw .badSignature(
        file, bad[0] == "BADSIG" ? "it is of another record" : "its key was taken back")
    }
    if let good = line("GOODSIG"), good.count > 2 {
      let name = String(good[2])
      return line("TRUST_ULTIMATE", "TRUST_FULLY", "TRUST_MARGINAL") == nil
        ? .unknown(
          key: "the key \(good[1]) that says “\(name)”",
          advice: "gpg says so where you sign that key")
        : .known(by: name, how: "the key \(good[1]), by gpg")
    }
    if let gone = line("NO_PUBKEY", "ERRSIG"), gone.count > 1 {
      return .unchecked("gpg does not have the key \(gone[1])")
    }
    if line("EXPKEYSIG", "EXPSIG") != nil { return .unchecked("its time is over") }
    throw .badSignature(file, outcome.words[0])
  }
}
