#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// The store while it is taken out of the program's hands, to be merged with another's.
extension StoreFolder {
  /// A file that is there while git writes the store. It says nothing by itself: it counts only while
  /// somebody holds the lock.
  private var turn: String { sibling("merging") }

  /// Whether git is writing the store just now.
  var isBeingMerged: Bool {
    access(turn, F_OK) == 0 && StoreInspection(self).isLocked
  }

  /// Does something with the store's file while no instance of the program reads or writes it.
  ///
  /// - Throws: ``WriteFault`` where another instance does not stop writing, and what the work throws.
  public func whileNobodyWrites<Result>(_ work: () throws -> Result) throws -> Result {
    try locked {
      let descriptor = open(turn, O_WRONLY | O_CREAT | O_CLOEXEC, 0o600)
      if descriptor >= 0 { close(descriptor) }
      // Taking the file away stirs the folder, so that others look at the store again.
      defer { unlink(turn) }
      return try work()
    }
  }

  /// Makes the folder where it is missing, and an empty store in it.
  ///
  /// - Throws: ``WriteFault``.
  public func begin() throws(WriteFault) {
    try makeFolders()
    guard access(store, F_OK) != 0 else { return }
    try writeWhole(Array("{\n  \"schema\": \(Ledger.schema)\n}\n".utf8), to: store)
  }

  /// Makes the folder where it is missing.
  ///
  /// - Throws: ``WriteFault``.
  public func makeFolder() throws(WriteFault) { try makeFolders() }

  /// Puts a file of git's in its place anew, whole or not at all.
  ///
  /// - Throws: ``WriteFault``.
  public func replace(_ file: String, with bytes: [UInt8]) throws(WriteFault) {
    let draft = file + ".new"
    _ = system.removeFile(draft)
    try writeNew(bytes, to: draft)
    guard system.renameFile(draft, file) == 0 else { throw .last(file) }
  }

  /// Makes an empty file, as a sign.
  ///
  /// - Throws: ``WriteFault``.
  public func mark(_ file: String) throws(WriteFault) { try append([], to: file) }

  /// Adds lines at the end of a file.
  ///
  /// - Throws: ``WriteFault``.
  public func append(_ bytes: [UInt8], to file: String) throws(WriteFault) {
    let descriptor = system.openFile(file, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .last(file) }
    defer { _ = system.closeFile(descriptor) }
    try write(bytes[...], to: descriptor, file)
  }

  /// Puts a version of the store in its place, whole or not at all.
  ///
  /// - Throws: ``WriteFault``.
  public func put(_ bytes: [UInt8]) throws(WriteFault) { try writeWhole(bytes, to: store) }
}
