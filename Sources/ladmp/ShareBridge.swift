import Declaration
import Sharing
import Store
import Synchronization

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension StoreFolder {
  /// The store with the name of whoever changes it, where it is shared. Git is asked once, and only
  /// when something is changed.
  var signed: StoreFolder {
    var folder = self
    let known = Once<String?>()
    let plain = self
    folder.author = { known.value { SharedStore.author(of: plain) } }
    return folder
  }
}

/// A value that is found when it is first asked for.
private final class Once<Value: Sendable>: Sendable {
  private let found = Mutex<Value?>(nil)

  func value(_ find: () -> Value) -> Value {
    found.withLock { found in
      let value = found ?? find()
      found = value
      return value
    }
  }
}

extension RecordSource {
  /// The store as it is shared, or is to be; nil where there is no place for one.
  ///
  /// - Throws: ``RecordFaults`` or ``FileFault`` where the edition can't be read.
  func shared(
    _ manner: Git.Manner, running: @escaping @Sendable (pid_t?) -> Void = { _ in }
  ) throws -> SharedStore? {
    guard let folder = own.folder(edition: named) else { return nil }
    let bytes = try named.map { try EditionFile.bytes(of: $0) } ?? Edition.builtInBytes
    return SharedStore(folder, edition: bytes, driver: driver, manner: manner, running: running)
  }

  /// Whether the record is shared.
  var isShared: Bool { own.folder(edition: named).map(SharedStore.isShared) ?? false }

  /// What was done to the facts, where the record is shared and that can be said.
  func past() -> FactPast? {
    guard isShared else { return nil }
    return try? shared(.background)?.past(limit: ShareWork.commits, weight: ShareWork.weight)
  }

  /// How git calls this program to join two stores.
  private var driver: [String] {
    [Program.path, "merge-store"] + (named.map { ["--edition", WorkingFolder.whole($0)] } ?? [])
  }
}

/// This program, as others are to call it.
enum Program {
  /// Its file, from the root on.
  static var path: String {
    for name in ["/proc/self/exe", CommandLine.arguments[0]] {
      if let resolved = realpath(name, nil) {
        defer { free(resolved) }
        return String(cString: resolved)
      }
    }
    return CommandLine.arguments[0]
  }
}

/// Where the person is.
enum WorkingFolder {
  static var path: String {
    guard let folder = getcwd(nil, 0) else { return "/" }
    defer { free(folder) }
    return String(cString: folder)
  }

  /// A file's name from the root on.
  static func whole(_ file: String) -> String { file.hasPrefix("/") ? file : "\(path)/\(file)" }
}
