import Foundation
import Synchronization

@testable import Store

#if canImport(Glibc)
  import Glibc
#endif

/// A file system whose calls fail or end from a certain one on.
final class FaultySystem: Sendable {
  /// What goes wrong.
  enum Fault: Equatable, Sendable {
    /// The call fails with this number; later ones too when it lasts.
    case error(Int32, lasts: Bool)
    /// The process is gone: this call does half of its work if it writes, later ones do nothing.
    case end
  }

  /// Done once, before the first file that it takes for its own is opened.
  var before: (@Sendable (String) -> Void)? {
    get { state.withLock { $0.before } }
    set { state.withLock { $0.before = newValue } }
  }

  private struct State {
    var before: (@Sendable (String) -> Void)?
    var calls = 0
    var at = Int.max
    var fault = Fault.end
  }

  private let state = Mutex(State())

  /// How many calls were made.
  var calls: Int { state.withLock { $0.calls } }

  /// Lets the call with this number, from zero on, go wrong.
  func fail(at call: Int, with fault: Fault) {
    state.withLock { ($0.calls, $0.at, $0.fault) = (0, call, fault) }
  }

  func heal() { fail(at: .max, with: .end) }

  /// The error of the next call; nil when it may work. The second value tells the moment of an end.
  private func step() -> (error: Int32?, isEnding: Bool) {
    state.withLock { state in
      defer { state.calls += 1 }
      guard state.calls >= state.at else { return (nil, false) }
      let isFirst = state.calls == state.at
      switch state.fault {
      case .error(let number, let lasts): return (isFirst || lasts ? number : nil, false)
      case .end: return (EIO, isFirst)
      }
    }
  }

  private func call<Result: BinaryInteger>(_ work: () -> Result) -> Result {
    guard let error = step().error else { return work() }
    errno = error
    return -1
  }

  var system: FileSystem {
    let live = FileSystem.live
    var faulty = live
    faulty.openFile = { file, flags, mode in
      if file.hasSuffix("store.new.json"), let before = self.before {
        self.before = nil
        before(file)
      }
      return self.call { live.openFile(file, flags, mode) }
    }
    faulty.sync = { descriptor in self.call { live.sync(descriptor) } }
    faulty.renameFile = { old, new in self.call { live.renameFile(old, new) } }
    faulty.linkFile = { old, new in self.call { live.linkFile(old, new) } }
    faulty.removeFile = { file in self.call { live.removeFile(file) } }
    faulty.truncateFile = { file, size in self.call { live.truncateFile(file, size) } }
    faulty.makeFolder = { folder, mode in self.call { live.makeFolder(folder, mode) } }
    faulty.lockFile = { descriptor in self.call { live.lockFile(descriptor) } }
    // Descriptors are closed whatever happens, as the system does when a process is gone.
    faulty.closeFile = { descriptor in
      let result = live.closeFile(descriptor)
      return self.call { result }
    }
    faulty.writeBytes = { descriptor, bytes in
      let (error, isEnding) = self.step()
      guard let error else { return live.writeBytes(descriptor, bytes) }
      if isEnding {
        _ = live.writeBytes(
          descriptor, UnsafeRawBufferPointer(rebasing: bytes[..<(bytes.count / 2)]))
      }
      errno = error
      return -1
    }
    return faulty
  }
}
