import ArgumentParser
import Dashboard
import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Joins two stores that git has to merge: what `ladmp share` names to git as its merge driver.
struct MergeStoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge-store",
    abstract: "Join two stores that were changed apart: git calls it to merge.",
    discussion: """
      The joined store is written in place of the second file. Where both changed a field, both \
      versions are kept in it to be chosen from, and git sees no conflict.
      """,
    shouldDisplay: false)

  @Option(help: ArgumentHelp("Another record in place of the built-in one.", valueName: "file"))
  var edition: String?

  @Argument(help: "What both began with; may be empty.")
  var base: String

  @Argument(help: "One side, which is written over.")
  var ours: String

  @Argument(help: "The other side.")
  var theirs: String

  func run() {
    do {
      // An edition that is gone is missed only where its own entries were changed on both sides.
      let bytes = edition.flatMap { try? RecordFile.bytes(of: $0) } ?? Edition.builtInBytes
      let merge = try StoreMerge(
        edition: bytes, base: StoreVersion(try RecordFile.bytes(of: base), file: base),
        ours: StoreVersion(try RecordFile.bytes(of: ours), file: ours),
        theirs: StoreVersion(try RecordFile.bytes(of: theirs), file: theirs))
      // It is git's own temporary file, which git reads at once: it has not to be on the disk.
      let descriptor = open(ours, O_WRONLY | O_TRUNC | O_CLOEXEC)
      guard descriptor >= 0, Output.send(merge.bytes, to: descriptor), close(descriptor) == 0 else {
        Output.fail(
          ["ladmp: \(ours): \(String(cString: strerror(errno)))"], code: .outputError)
      }
    } catch {
      Output.stop(for: error)
    }
  }
}
