#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The files of a store: itself, the version before it, its history, and its lock.
public struct StoreFolder: Sendable {
  /// The store's file.
  public let store: String
  /// Whether folders on the way to it are made; not where a person named the file.
  let makesFolders: Bool
  let system: FileSystem
  /// How long another instance is waited for, in milliseconds.
  let patience: Int
  /// Who changes the store, where it is shared: `Ana Pérez <ana@example.org>`; asked for when
  /// something is changed. Nil in a store of one's own.
  public var author: @Sendable () -> String? = { nil }

  /// The files of a store.
  ///
  /// - Parameters:
  ///   - store: the store's file; where it is a symbolic link, the file that it leads to.
  ///   - makesFolders: whether folders that are missing are made.
  ///   - patience: how long another instance is waited for, in milliseconds.
  public init(
    store: String, makesFolders: Bool, system: FileSystem = .live, patience: Int = 5000
  ) {
    self.store = StoreFolder.target(of: store)
    (self.makesFolders, self.system, self.patience) = (makesFolders, system, patience)
  }

  /// The version before the present one.
  public var previous: String { sibling("previous.json") }
  /// What was done, a line a step.
  public var history: String { sibling("history.jsonl") }
  var lock: String { sibling("lock") }
  private var temporary: String { sibling("new.json") }

  /// The folder that the store stands in.
  public var folder: String {
    guard let slash = store.lastIndex(of: "/") else { return "." }
    return slash == store.startIndex ? "/" : String(store[..<slash])
  }

  /// A file beside the store, named after it: `store.json` and `lock` give `store.lock`.
  func sibling(_ ending: String) -> String {
    (store.hasSuffix(".json") ? String(store.dropLast(5)) : store) + ".\(ending)"
  }

  /// The file that a symbolic link leads to, so that saving replaces the file and not the link.
  private static func target(of file: String, links: Int = 0) -> String {
    if let resolved = realpath(file, nil) {
      defer { free(resolved) }
      return String(cString: resolved)
    }
    // The file that a link leads to may still have to be made.
    var bytes = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink(file, &bytes, bytes.count)
    guard count > 0, links < StoreFolder.linkLimit else { return file }
    let link = String(decoding: bytes[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let folder = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
    return target(of: link.hasPrefix("/") ? link : folder + link, links: links + 1)
  }

  /// How many links lead on to others; Linux follows as many.
  private static let linkLimit = 40

  // MARK: Writing

  /// Makes the folders that are missing.
  func makeFolders() throws(WriteFault) {
    guard makesFolders else { return }
    var made = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      made +=
        made.isEmpty && part.isEmpty ? "/" : made.hasSuffix("/") || made.isEmpty ? part : "/" + part
      guard access(made, F_OK) != 0 else { continue }
      guard system.makeFolder(made, 0o700) == 0 || errno == EEXIST else { throw .last(made) }
    }
  }

  /// Puts bytes in the place of the store, whole or not at all; the version before is kept.
  ///
  /// The bytes are on the disk before the file takes its name, and the name before this returns.
  ///
  /// - Parameters:
  ///   - expected: the version that is to be replaced; nil for none. Where another is there, nothing
  ///     is done.
  ///   - keepsPrevious: whether the version that is replaced takes the place of the one before.
  /// - Returns: the stamp of what was written; nil when another version is there.
  func replaceStore(
    with bytes: [UInt8], expected: FileStamp?, keepsPrevious: Bool = true
  ) throws(WriteFault) -> FileStamp? {
    try write(bytes, to: temporary)
    let written = FileStamp(temporary)
    guard FileStamp(store) == expected else {
      _ = system.removeFile(temporary)
      return nil
    }
    let keeps = keepsPrevious && expected != nil
    if keeps { try linkPresent() }
    guard system.renameFile(temporary, store) == 0 else {
      let fault = WriteFault.last(store)
      _ = system.removeFile(temporary)
      throw fault
    }
    // Only now does the version before give way: until here both were there under their names.
    if keeps { _ = system.renameFile(sibling("previous.new.json"), previous) }
    try syncFolder()
    return written
  }

  /// Writes a file that was not there before, for the user alone.
  func writeNew(_ bytes: [UInt8], to file: String) throws(WriteFault) {
    let descriptor = system.openFile(
      file, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw .last(file) }
    do throws(WriteFault) {
      try write(bytes[...], to: descriptor, file)
      guard system.sync(descriptor) == 0 else { throw .last(file) }
    } catch {
      _ = system.closeFile(descriptor)
      _ = system.removeFile(file)
      throw error
    }
    guard system.closeFile(descriptor) == 0 else { throw .last(file) }
  }

  /// Writes a file that has its name only once it is whole.
  func writeWhole(_ bytes: [UInt8], to file: String) throws(WriteFault) {
    try write(bytes, to: temporary)
    guard system.renameFile(temporary, file) == 0 else { throw .last(file) }
  }

  /// Adds lines at the end of the history. A line that was cut off in the middle is ended first.
  func append(_ bytes: [UInt8]) throws(WriteFault) {
    let flags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC
    let descriptor = system.openFile(history, flags, 0o600)
    guard descriptor >= 0 else { throw .last(history) }
    do throws(WriteFault) {
      var bytes = bytes
      if endsInsideALine(descriptor) { bytes.insert(UInt8(ascii: "\n"), at: 0) }
      try write(bytes[...], to: descriptor, history)
      guard system.sync(descriptor) == 0 else { throw .last(history) }
    } catch {
      _ = system.closeFile(descriptor)
      throw error
    }
    guard system.closeFile(descriptor) == 0 else { throw .last(history) }
  }

  /// Takes lines back from the end of the history, as far as that goes.
  ///
  /// - Parameter size: what it had before, in bytes.
  func cutHistory(to size: Int64) { _ = system.truncateFile(history, size) }

  private func endsInsideALine(_ descriptor: Int32) -> Bool {
    let end = lseek(descriptor, 0, SEEK_END)
    guard end > 0 else { return false }
    var last: UInt8 = 0
    return pread(descriptor, &last, 1, end - 1) == 1 && last != UInt8(ascii: "\n")
  }

  private func write(_ bytes: [UInt8], to file: String) throws(WriteFault) {
    // What a process left that was ended in the middle.
    _ = system.removeFile(file)
    try writeNew(bytes, to: file)
  }

  func write(
    _ bytes: ArraySlice<UInt8>, to descriptor: Int32, _ file: String
  ) throws(WriteFault) {
    var rest = bytes
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { system.writeBytes(descriptor, $0) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw .last(file) }
      rest = rest.dropFirst(count)
    }
  }

  /// The present file under a second name, so that it stays when the new one takes its own.
  private func linkPresent() throws(WriteFault) {
    let link = sibling("previous.new.json")
    _ = system.removeFile(link)
    // A second name costs nothing; file systems without such names get a copy.
    guard system.linkFile(store, link) != 0 else { return }
    do throws(WriteFault) {
      try copyStore(to: link)
    } catch {
      _ = system.removeFile(temporary)
      throw error
    }
  }

  /// Gives a store that can't be read a second name, which it has before it gives up its own.
  ///
  /// - Parameter now: the present second, which the name tells.
  /// - Returns: the second name; one that it got before where that was not done to the end.
  func keepAside(at now: String) throws(WriteFault) -> String {
    let stem = "broken-\(StoreTime.name(of: now))"
    for number in 1... {
      let name = sibling(number == 1 ? "\(stem).json" : "\(stem)-\(number).json")
      if let other = FileStamp(name) {
        if other == FileStamp(store) { return name }
        continue
      }
      // File systems without second names get a copy.
      if system.linkFile(store, name) != 0 { try copyStore(to: name) }
      return name
    }
    return ""
  }

  /// Gives a store that can't be read a second name, which tells the present second.
  ///
  /// - Throws: ``WriteFault``.
  public func keepAside() throws(WriteFault) { _ = try keepAside(at: StoreTime.now()) }

  private func copyStore(to file: String) throws(WriteFault) {
    do {
      try writeNew(RecordFile.bytes(of: store), to: file)
    } catch let fault as FileFault {
      throw WriteFault(fault.file, fault.problem)
    } catch {
      throw .last(file)
    }
  }

  private func syncFolder() throws(WriteFault) {
    let descriptor = system.openFile(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
    guard descriptor >= 0 else { throw .last(folder) }
    defer { _ = system.closeFile(descriptor) }
    // Some file systems know no such thing for folders, and say so.
    guard system.sync(descriptor) == 0 || errno == EINVAL else { throw .last(folder) }
  }
}
