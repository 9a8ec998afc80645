import ArgumentParser
import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Where the user's own record is kept.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Where your own record is kept. (default: LADMP_STORE, else the data folder)",
      valueName: "file"), completion: .file(extensions: ["json"]))
  var store: String?

  func validate() throws {
    if store?.isEmpty ?? false { throw ValidationError("--store has no file.") }
  }

  /// The file that is named, by the first who names one.
  private var named: String? {
    store ?? Environment.value("LADMP_STORE") ?? Configuration.users[.store]
  }

  /// The file where none is named.
  static var usualStore: String? { dataFolder.map { "\($0)/ladmp/store.json" } }

  /// The files of the store; nil where no place for it is known.
  ///
  /// Another edition has a store of its own, in a folder that is named as the record names itself:
  /// changes to one record mean nothing to another, and a team finds the same name at every desk.
  func folder(edition: String?) -> StoreFolder? {
    if let named = named, !named.isEmpty {
      return StoreFolder(store: named, makesFolders: false)
    }
    return StoreOptions.dataFolder.map { folder in
      let name = edition.map { StoreOptions.name(for: $0, in: "\(folder)/ladmp") } ?? "store.json"
      return StoreFolder(store: "\(folder)/ladmp/\(name)", makesFolders: true)
    }
  }

  /// The store of another edition. One that was begun when stores were named after the edition's file
  /// keeps that name.
  private static func name(for edition: String, in folder: String) -> String {
    let old = nameByPlace("store", of: edition)
    return access("\(folder)/\(old)", F_OK) == 0 ? old : name("store", of: edition)
  }

  /// A file of another edition's own, in a folder that is named as the record names itself.
  static func name(_ file: String, of edition: String) -> String {
    var status = stat()
    // A pipe can be read but once.
    let isFile = stat(edition, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    let name = isFile ? (try? RecordFile.bytes(of: edition)).flatMap(Edition.folderName) : nil
    return name.map { "editions/\($0)/\(file).json" } ?? nameByPlace(file, of: edition)
  }

  private static func nameByPlace(_ file: String, of edition: String) -> String {
    "\(file)-of-\(baseName(of: edition))-\(digest(of: edition)).json"
  }

  /// A few letters that tell files of the same name in different folders apart.
  private static func digest(of file: String) -> String {
    let resolved = realpath(file, nil)
    defer { free(resolved) }
    return ByteHash.letters(of: (resolved.map { String(cString: $0) } ?? file).utf8)
  }

  /// A file's name without folders and ending.
  private static func baseName(of file: String) -> Substring {
    let name = file.split(separator: "/").last ?? "record"
    return name.hasSuffix(".json") ? name.dropLast(5) : name
  }

  /// The user's data folder (XDG Base Directory Specification): relative paths do not count.
  private static var dataFolder: String? {
    if let named = Environment.value("XDG_DATA_HOME"), named.hasPrefix("/") { return named }
    return Environment.value("HOME").flatMap { $0.isEmpty ? nil : "\($0)/.local/share" }
  }
}
