import Declaration
import Testing

@testable import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What a session keeps of what is being typed, and who finds it.
@Suite struct TypingFileTests {
  private let folder = TemporaryFolder()

  private func state(_ system: FileSystem = .live) -> StateFile {
    StateFile("\(folder.path)/state.json", system: system)
  }

  private func typed(_ text: String) -> RecordValue { .entry(["typed": .text(text)]) }

  /// What is taken over of sessions that are no more.
  private func abandoned(_ state: StateFile) -> [RecordValue] {
    var found: [RecordValue] = []
    state.takeAbandoned { typed in
      found.append(typed)
      return true
    }
    return found
  }

  private var names: [String] { (FolderNames.all(in: folder.path) ?? []).sorted() }

  @Test func isFoundOnlyOnceItsSessionIsNoMore() throws {
    var typing: TypingFile? = TypingFile(beside: state())
    try typing?.keep(typed("first"))
    try typing?.keep(typed("second"))
    #expect(names.count == 1 && abandoned(state()).isEmpty)
    typing = nil
    #expect(abandoned(state()) == [typed("second")])
    #expect(names.isEmpty)
  }

  @Test func whatIsNotTakenStays() throws {
    try TypingFile(beside: state()).keep(typed("mine"))
    state().takeAbandoned { _ in false }
    #expect(names.count == 1 && abandoned(state()) == [typed("mine")])
  }

  @Test func twoSessionsOfOneNumberKeepEachTheirOwn() throws {
    let sessions = ["one", "two"].map { ($0, TypingFile(beside: state())) }
    for (text, typing) in sessions { try typing.keep(typed(text)) }
    #expect(names.count == 2 && abandoned(state()).isEmpty)
    for (_, typing) in sessions { typing.remove() }
    #expect(names.isEmpty)
  }

  /// Where the system can't lock, the number of the session's process has to do.
  @Test func withoutLocksALivingProcessCounts() throws {
    var system = FileSystem.live
    system.lockFile = { _ in
      errno = ENOLCK
      return -1
    }
    let typing = TypingFile(beside: state(system))
    try typing.keep(typed("typed"))
    let name = try #require(names.first)
    let parent = name.replacing("typing-\(getpid())-", with: "typing-\(getppid())-")
    #expect(rename("\(folder.path)/\(name)", "\(folder.path)/\(parent)") == 0)
    #expect(abandoned(state(system)).isEmpty)
    let dead = name.replacing("typing-\(getpid())-", with: "typing-999999999-")
    #expect(rename("\(folder.path)/\(parent)", "\(folder.path)/\(dead)") == 0)
    #expect(abandoned(state(system)) == [typed("typed")])
  }

  /// A file that nobody holds would be taken from the one who types.
  @Test func whatCannotBeHeldIsNotKept() throws {
    var system = FileSystem.live
    let open = system.openFile
    system.openFile = { file, flags, mode in
      guard flags & O_CREAT == 0, file.hasSuffix(".new") else { return open(file, flags, mode) }
      errno = EMFILE
      return -1
    }
    let typing = TypingFile(beside: state(system))
    #expect(throws: WriteFault.self) { try typing.keep(typed("typed")) }
    #expect(names.isEmpty)
  }
}
