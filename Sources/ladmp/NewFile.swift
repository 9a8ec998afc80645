import Dashboard

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that was not there before: what is there is never written over.
enum NewFile {
  /// Writes a text to a new file in the working folder, and says what came of it.
  static func write(name: String, text: String) -> Notice {
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

  /// Writes a text in place of a file, which keeps what it has until all of the text is written.
  static func replace(name: String, text: String) -> Notice {
    let draft = "\(name).\(getpid()).new"
    let written = write(name: draft, text: text)
    guard !written.isWarning else {
      // A draft that was there before belongs to somebody else.
      return Notice("\(name) was not written: \(written.text)", isWarning: true)
    }
    guard rename(draft, name) == 0 else {
      let problem = String(cString: strerror(errno))
      unlink(draft)
      return Notice("\(name) was not replaced: \(problem).", isWarning: true)
    }
    return Notice("Saved as \(name).")
  }
}
