import ArgumentParser
import Dashboard
import Declaration
import Sharing
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a read-only edition for people who take no part.
struct SharePublish: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish",
    abstract: "Write the whole record as an edition that others open, with its digest.",
    discussion: """
      DIR gets record.json and record.json.sha256. “ladmp --edition record.json” opens it, and \
      refuses it where the digest beside it is another; sha256sum --check takes the digest too. It \
      is signed where git signs your commits (commit.gpgSign), with the key and the program that \
      git uses (user.signingKey, gpg.format): record.json.sig by ssh-keygen, or record.json.asc by \
      gpg. Facts with several versions are published as they show; notes, bookmarks and who changed \
      what are not published.
      """)

  @Argument(help: "The folder, which is made where it is missing.")
  var dir: String

  @Flag(inversion: .prefixedNo, help: "Sign it. (default: as git signs your commits)")
  var sign: Bool?

  @Flag(help: "Replace what was published there before.")
  var force = false

  @OptionGroup var options: ShareOptions

  func run() throws {
    let ledger = options.record.readLedger()
    let bytes = Edition.published(ledger.mergedBytes)
    let folder = options.record.own.folder(edition: options.record.named)?.folder ?? "/"
    let signing = EditionSigning(folder: folder, manner: .terminal(showsProgress: false))
    let signature: EditionSignature
    do {
      let files = try PublishedFiles(in: WorkingFolder.whole(dir), replacing: force)
      defer { files.removeDrafts() }
      try files.write(bytes)
      if sign ?? signing.isUsual {
        let form = try signing.sign(files.draft)
        chmod(form.file(of: files.draft), 0o444)
      }
      signature = try EditionSigning(manner: .background).signature(of: files.draft)
      try files.publish()
    } catch {
      let code = (error as? ShareTrouble).map(ShareOptions.code)
      Output.fail(["ladmp: \(error)"], code: code ?? .cannotCreate)
    }
    let open = ledger.dossier.own.conflicts.map(\.path)
    if !open.isEmpty {
      Output.warn("ladmp: still to be settled, and published as it shows: \(options.some(open))")
    }
    guard !options.quiet else { return }
    Output.say("Published as \(dir)/record.json, which \(signature.words).".visible + "\n")
  }
}

/// The files of a published edition: made beside their places, and put there when all are whole.
private struct PublishedFiles {
  private let dir: String
  private let drafts: String
  private let replacing: Bool

  /// The record, the digest, and the signatures that there may be.
  private static let names =
    ["record.json", EditionFile.digestFile(of: "record.json")]
    + EditionSigning.Form.allCases.map { $0.file(of: "record.json") }

  /// Makes the folder, and a place for the drafts in it.
  init(in dir: String, replacing: Bool) throws(NewFile.Fault) {
    (self.dir, self.replacing) = (dir, replacing)
    if mkdir(dir, 0o755) != 0, errno != EEXIST { throw NewFile.Fault(dir) }
    for name in PublishedFiles.names {
      try NewFile.requireRoom("\(dir)/\(name)", replacing: replacing)
    }
    var name = Array("\(dir)/.record.XXXXXX".utf8CString)
    guard mkdtemp(&name) != nil else { throw NewFile.Fault(dir) }
    drafts = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// The record while it is no edition yet.
  var draft: String { "\(drafts)/record.json" }

  /// Writes the record and its digest.
  func write(_ bytes: [UInt8]) throws(NewFile.Fault) {
    try NewFile.create(draft, bytes, replacing: false)
    try NewFile.create(
      EditionFile.digestFile(of: draft), EditionFile.digestText(of: bytes, name: "record.json"),
      replacing: false)
    chmod(draft, 0o444)
  }

  /// Puts all in their places. What signs another record goes first: where this ends in the middle,
  /// the digest is of another record than the one beside it, and refused.
  func publish() throws(NewFile.Fault) {
    for name in PublishedFiles.names.reversed() {
      let (from, to) = ("\(drafts)/\(name)", "\(dir)/\(name)")
      if access(from, F_OK) != 0 {
        unlink(to)
      } else {
        try NewFile.move(from, to: to, replacing: replacing)
      }
    }
  }

  func removeDrafts() {
    for name in PublishedFiles.names { unlink("\(drafts)/\(name)") }
    rmdir(drafts)
  }
}

/// Says whether an edition is what was published, and by whom it is signed.
struct ShareVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether an edition is what was published, and who signed it.",
    discussion: """
      Its digest is held against record.json.sha256 beside it, and its signature is checked with \
      the program that git uses: for ssh, git's gpg.ssh.allowedSignersFile says whose keys they \
      are; for gpg, your own keys do. Exit code 0 says that somebody known signed it, 1 that \
      nobody known did, 65 that it is not what was published.
      """)

  @Argument(help: "The edition.", completion: .file(extensions: ["json"]))
  var file: String

  func run() throws {
    do {
      _ = try EditionFile.bytes(of: file)
    } catch {
      Output.stop(for: error)
    }
    let hasDigest = access(EditionFile.digestFile(of: file), F_OK) == 0
    let digest = hasDigest ? "has the digest that was published" : "has no digest beside it"
    let signature = RecordSource.signature(of: file)
    Output.say("\(file) \(digest); it \(signature.words).".visible + "\n")
    if case .known = signature { return }
    throw ExitCode(1)
  }
}

extension RecordSource {
  /// What is known of an edition's signature; ends the program where it is wrong.
  static func signature(of file: String) -> EditionSignature {
    do throws(ShareTrouble) {
      return try EditionSigning(manner: .background).signature(of: WorkingFolder.whole(file))
    } catch {
      Output.fail(["ladmp: \(error)"], code: ShareOptions.code(of: error))
    }
  }

  /// What is known of the signature of the edition that is opened; nil for one that nobody
  /// published. Ends the program where it is wrong.
  var signature: EditionSignature? {
    guard let named else { return nil }
    let signature = RecordSource.signature(of: named)
    let isPublished = access(EditionFile.digestFile(of: named), F_OK) == 0
    return signature == .none && !isPublished ? nil : signature
  }
}

extension EditionSignature {
  /// It in the footer.
  func notice(in language: Language) -> Notice {
    switch self {
    case .none: Notice(language("This edition is not signed."))
    case .known(let name, _): Notice(language("This edition is signed by \(name: name)."))
    case .unknown:
      Notice(language("This edition is signed; ladmp share verify says with which key."))
    case .unchecked:
      Notice(language("This edition is signed; ladmp share verify says why it can't be checked."))
    }
  }
}
