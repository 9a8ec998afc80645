import CMemory

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The way of curses' bytes to the terminal.
///
/// Curses sends what it has whenever the cursor moves (ncurses 6.4, `_nc_mvcur`): a hundred times a
/// frame, and each time wakes the terminal. While a frame is drawn the bytes go to a file in memory,
/// and from there to the terminal in one piece.
final class FrameOutlet {
  /// What curses writes to; the terminal but while a frame is gathered.
  let descriptor = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 0)
  /// The file in memory; -1 where there is none, and frames go out as curses sends them.
  private let file = open_file_in_memory()

  deinit { close(file) }

  /// Sends at once what curses writes meanwhile.
  func gather(_ draw: () -> Void) {
    guard file >= 0, lead(to: file) else { return draw() }
    draw()
    guard lead(to: STDOUT_FILENO) else { return }
    let count = Int(lseek(file, 0, SEEK_CUR))
    // An array of nothing is one for all threads, and would be written to.
    guard count > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      filled = max(0, pread(file, buffer.baseAddress, count, 0))
    }
    lseek(file, 0, SEEK_SET)
    FrameOutlet.send(bytes)
  }

  private func lead(to other: Int32) -> Bool {
    while !lead_descriptor(descriptor, other) {
      guard errno == EINTR || errno == EBUSY else { return false }
    }
    return true
  }

  // MARK: Sending

  /// Sends text to the terminal.
  static func send(_ text: String) { send(Array(text.utf8)) }

  /// Sends all of some bytes to the terminal, waiting while it takes none; gives up where it is gone.
  static func send(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let count = write(
          STDOUT_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if count > 0 {
          rest = rest.dropFirst(count)
        } else if count < 0, errno == EAGAIN {
          var terminal = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          poll(&terminal, 1, -1)
        } else if count == 0 || errno != EINTR {
          return
        }
      }
    }
  }
}
