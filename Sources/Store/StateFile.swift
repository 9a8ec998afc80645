import Declaration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file in which a session leaves for the next one where its user was. Nothing rests on it: one
/// that can't be read is passed over, and the last to leave writes it, beside what it keeps of others.
public struct StateFile: Sendable {
  /// What was found.
  public enum Found: Hashable, Sendable {
    /// Nobody has left anything yet.
    case nothing
    /// What was left.
    case value(RecordValue)
    /// Why it can't be read, in the system's words or with line and column.
    case fault(String)
  }

  let folder: StoreFolder
  /// The file.
  public var file: String { folder.store }

  /// Far more than all that is ever left, a long note that was not saved among it.
  private static let limit = 1 << 23

  /// How long another session that leaves is waited for, in milliseconds: who closes a terminal does
  /// not wait.
  private static let patience = 500

  /// The file of that name; folders on the way to it are made when something is left.
  public init(_ file: String, system: FileSystem = .live) {
    folder = StoreFolder(
      store: file, makesFolders: true, system: system, patience: StateFile.patience)
  }

  /// Reads what was left last.
  public func read() -> Found {
    // A pipe in its place would be waited for without end.
    let descriptor = open(file, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else {
      return errno == ENOENT || errno == ENOTDIR ? .nothing : .fault("\(WriteFault.last(file))")
    }
    defer { close(descriptor) }
    return read(from: descriptor)
  }

  /// The same of the file that is open already.
  func read(from descriptor: Int32) -> Found {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      return .fault("\(file): it is no file")
    }
    guard status.st_size <= StateFile.limit else { return .fault("\(file): it is too big") }
    var count = 0
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, used in
      count = pread(descriptor, buffer.baseAddress, size, 0)
      used = max(0, count)
    }
    guard count >= 0 else { return .fault("\(WriteFault.last(file))") }
    do {
      let root = try Edition.document(bytes, file: file).root
      guard root.kind == .object else {
        throw RecordFaults(faults: [root.fault("it is \(root.kindName)", expected: "an object")])
      }
      return .value(root.recordValue)
    } catch {
      return .fault((error as? RecordFaults)?.faults.first?.description ?? "\(error)")
    }
  }

  /// Puts what is left in the file's place, whole or not at all, for the user alone.
  ///
  /// - Parameter left: what is to be there, for what is found there; sessions that end together ask
  ///   one after the other.
  public func write(_ left: (Found) -> RecordValue) throws(WriteFault) {
    try folder.makeFolders()
    let lock = folder.folderLock
    defer { if let lock { _ = folder.system.closeFile(lock) } }
    try put(left(read()))
  }

  /// Puts a value in the file's place, whole or not at all.
  ///
  /// - Parameter prepare: called with the name that the new file has before it takes its own.
  func put(
    _ value: RecordValue, prepare: (String) throws(WriteFault) -> Void = { _ in }
  ) throws(WriteFault) {
    // Who got no turn still has a file of its own until it takes the name.
    let new = "\(file).\(getpid()).new"
    _ = folder.system.removeFile(new)
    try folder.writeNew(Edition.text(of: value), to: new)
    do throws(WriteFault) {
      try prepare(new)
      guard folder.system.renameFile(new, file) == 0 else { throw .last(file) }
    } catch {
      _ = folder.system.removeFile(new)
      throw error
    }
  }
}
