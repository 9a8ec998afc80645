import ArgumentParser
import Store

/// Looks for mistakes in a record.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look for mistakes in a record.",
    discussion: """
      Prints file:line:column, what is wrong and what is expected. Beyond the form it looks at \
      dates that can't be, endorsements before the Declaration, amounts inside amounts, and texts \
      whose translations have another number of figures. A store is looked at over the built-in \
      record.
      """)

  @Argument(
    help: "The record. (default: the built-in one)", completion: .file(extensions: ["json"]))
  var file: String?

  func run() throws {
    do {
      if let file, let rejected = try Ledger.rejected(inStore: file) {
        guard rejected.isEmpty else { Output.fail(rejected, code: .dataError) }
        return
      }
      let remarks = try RecordCheck.remarks(on: file)
      guard remarks.isEmpty else { Output.fail(remarks.map(\.description), code: .dataError) }
    } catch {
      Output.stop(for: error)
    }
  }
}
