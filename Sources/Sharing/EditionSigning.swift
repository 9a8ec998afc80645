import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A published edition's signature, made and checked by the programs that sign for the user's git.
public struct EditionSigning: Sendable {
  /// How editions are signed, as git's `gpg.format` has it.
  public enum Form: String, CaseIterable, Sendable {
    case ssh, openpgp

    /// The signature's file beside a record.
    public func file(of record: String) -> String { record + (self == .ssh ? ".sig" : ".asc") }
  }

  /// What a signature is made for, so that none that was made for another purpose counts.
  static let purpose = "ladmp-edition"

  let git: Git

  /// Signing as git does it in a folder.
  ///
  /// - Parameters:
  ///   - folder: where git is asked for its settings. An edition of unknown origin is checked by the
  ///     settings of the user alone, from the root.
  ///   - manner: whether a program may ask for a password.
  public init(folder: String = "/", manner: Git.Manner) {
    git = Git(folder: access(folder, F_OK) == 0 ? folder : "/", manner: manner)
  }

  /// Whether git is told to sign whatever it commits.
  public var isUsual: Bool {
    let line = try? git.line("config", "--type=bool", "commit.gpgSign")
    return line == "true"
  }

  /// Signs a record; the signature comes to stand beside it.
  ///
  /// - Returns: how it is signed.
  /// - Throws: ``ShareTrouble``.
  public func sign(_ record: String) throws(ShareTrouble) -> Form {
    let named = try git.line("config", "gpg.format") ?? Form.openpgp.rawValue
    guard let form = Form(rawValue: named) else {
      throw .notSigned("git signs as \(named) here, and editions are signed as ssh or openpgp")
    }
    let key = try git.line("config", "--type=path", "user.signingKey").flatMap {
      $0.isEmpty ? nil : $0
    }
    switch form {
    case .ssh:
      guard let key else { throw .noSigningKey }
      try signWithSSH(record, key)
    case .openpgp:
      let author = try git.line("var", "GIT_COMMITTER_IDENT")?.split(separator: ">").first
      guard let key = key ?? author.map({ "\($0)>" }) else { throw .noSigningKey }
      let file = form.file(of: record)
      _ = try succeed([
        try program(for: form), "--yes", "--armor", "--detach-sign", "--local-user", key,
        "--output", file, record,
      ])
    }
    return form
  }

  private func signWithSSH(_ record: String, _ key: String) throws(ShareTrouble) {
    // Git takes a key itself in place of its file too: then an agent has the other half.
    let isKey = key.hasPrefix("key::") || key.hasPrefix("ssh-")
    let file = isKey ? record + ".pub" : key
    defer { if isKey { unlink(file) } }
    if isKey {
      let text = (key.hasPrefix("key::") ? String(key.dropFirst(5)) : key) + "\n"
      do throws(WriteFault) {
        try StoreFolder(store: record, makesFolders: false).append(Array(text.utf8), to: file)
      } catch {
        throw .notWritten(error.description)
      }
    }
    _ = try succeed(
      [try program(for: .ssh), "-Y", "sign", "-n", EditionSigning.purpose, "-f", file]
        + (isKey ? ["-U"] : []) + [record])
  }

  /// The program that git uses for a form of signatures.
  func program(for form: Form) throws(ShareTrouble) -> String {
    if let named = try git.line("config", "--type=path", "gpg.\(form.rawValue).program") {
      return named
    }
    guard form == .openpgp else { return "ssh-keygen" }
    return try git.line("config", "--type=path", "gpg.program") ?? "gpg"
  }

  private func succeed(_ arguments: [String]) throws(ShareTrouble) -> Git.Outcome {
    let outcome = try run(arguments)
    guard outcome.code == 0 else {
      // Both programs say last what it came to.
      let (name, words) = (arguments[0].split(separator: "/").last ?? "", outcome.words.last ?? "")
      throw .notSigned(words.hasPrefix("\(name): ") ? words : "\(name): \(words)")
    }
    return outcome
  }

  /// Runs a program that signs or checks.
  ///
  /// - Parameter file: what it reads.
  func run(_ arguments: [String], reading file: String? = nil) throws(ShareTrouble) -> Git.Outcome {
    let isAlone: Bool
    if case .background = git.manner { isAlone = true } else { isAlone = false }
    guard
      var process = GitProcess(
        arguments, environment: GitEnvironment.clean(isAlone: isAlone), isAlone: isAlone,
        reading: file)
    else {
      throw errno == ENOENT
        ? .noProgram(arguments[0]) : .notSigned(String(cString: strerror(errno)))
    }
    let read = process.read(echoing: false)
    return Git.Outcome(
      code: process.wait(), output: read.output,
      errors: String(decoding: read.errors, as: UTF8.self))
  }
}
