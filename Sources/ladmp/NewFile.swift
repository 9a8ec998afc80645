import Dashboard
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that was not there before: what is there is never written over.
enum NewFile {
  /// Writes a text to a new file in the working folder, and says what came of it.
  private static func write(name: String, text: String) -> Notice {
    let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else {
      let problem = errno == EEXIST ? "it is there already" : String(cString: strerror(errno))
      return Notice("\(name) was not written: \(problem).", isWarning: true)
    }
    let isWritten = Output.send(text, to: descriptor)
    guard close(descriptor) == 0, isWritten else {
      return Notice("\(name) was not written whole.", isWarning: true)
    }
    return Notice("Saved as \(name).")
  }

  /// The same beside what was saved under that name before, with a number behind it. Says in which
  /// folder: who has been reading for an hour may not know.
  static func writeHere(name: String, text: String) -> Notice {
    let free = names(like: name).first { access($0, F_OK) != 0 } ?? name
    let notice = write(name: free, text: text)
    guard !notice.isWarning, let folder else { return notice }
    return Notice("Saved as \(free) in \(folder).")
  }

  /// A name and those that come after it: `a.md`, `a-2.md`, up to 99.
  private static func names(like name: String) -> [String] {
    let dot = name.lastIndex(of: ".") ?? name.endIndex
    return [name] + (2...99).map { "\(name[..<dot])-\($0)\(name[dot...])" }
  }

  /// The working folder, with the user's own as `~`; nil where it can't be told.
  private static var folder: String? {
    guard let path = getcwd(nil, 0) else { return nil }
    defer { free(path) }
    let folder = String(cString: path)
    guard let home = Environment.value("HOME"), home.count > 1, folder.hasPrefix(home) else {
      return folder
    }
    let rest = folder.dropFirst(home.count)
    return rest.isEmpty || rest.hasPrefix("/") ? "~\(rest)" : folder
  }
}

extension NewFile {
  /// Why a file or a folder was not made.
  struct Fault: Error, CustomStringConvertible {
    let description: String

    init(_ path: String, _ problem: String = String(cString: strerror(errno))) {
      description = "\(path) was not written: \(problem)"
    }
  }

  /// Writes a file that is never seen half written: it gets its name when it is whole.
  ///
  /// - Parameter replacing: whether a file that has the name may go.
  static func create(_ path: String, _ bytes: [UInt8], replacing: Bool) throws(Fault) {
    try requireRoom(path, replacing: replacing)
    let draft = try draft(beside: path)
    defer { unlink(draft.path) }
    let isWritten = Output.send(bytes, to: draft.descriptor) && fsync(draft.descriptor) == 0
    guard close(draft.descriptor) == 0, isWritten else { throw Fault(path) }
    try move(draft.path, to: path, replacing: replacing)
  }

  /// Refuses a place that is taken by a file, where none may go, or by something else.
  static func requireRoom(_ path: String, replacing: Bool) throws(Fault) {
    var status = stat()
    guard lstat(path, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFREG else { throw Fault(path, "it is there and no file") }
    guard replacing else { throw Fault(path, "it is there already; --force replaces it") }
  }

  /// Gives a file its place.
  static func move(_ draft: String, to path: String, replacing: Bool) throws(Fault) {
    if replacing {
      guard rename(draft, path) == 0 else { throw Fault(path) }
    } else if link(draft, path) != 0 {
      // Some file systems have no second names; what came in between is looked for once more.
      guard errno != EEXIST, access(path, F_OK) != 0, rename(draft, path) == 0 else {
        throw Fault(path)
      }
    }
  }

  /// Makes a folder; one that is there has to be empty.
  static func createFolder(_ path: String) throws(Fault) {
    if mkdir(path, 0o777) == 0 { return }
    guard errno == EEXIST, let names = FolderNames.all(in: path) else { throw Fault(path) }
    guard names.isEmpty else { throw Fault(path, "the folder is not empty") }
  }

  /// A new file with the rights that files usually have, in the folder of another.
  private static func draft(
    beside path: String
  ) throws(Fault) -> (path: String, descriptor: Int32) {
    var name = Array("\(path).XXXXXX".utf8CString)
    let descriptor = mkstemp(&name)
    guard descriptor >= 0 else { throw Fault(path) }
    let mask = umask(0)
    umask(mask)
    fchmod(descriptor, 0o666 & ~mask)
    let draft = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return (draft, descriptor)
  }
}
