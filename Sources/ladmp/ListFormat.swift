import ArgumentParser
import Registers

/// How a list is written.
enum ListFormat: String, CaseIterable {
  case table, json, csv, tsv, markdown, ics

  /// As rows and columns; nil for a calendar.
  var table: RegisterFormat? { RegisterFormat(rawValue: rawValue) }
}

/// A format on the command line, one of those that a list has.
struct FormatOfList<Subject: ListSubject>: ExpressibleByArgument {
  let format: ListFormat

  init(_ format: ListFormat) { self.format = format }

  init?(argument: String) {
    guard let format = ListFormat(rawValue: argument), Subject.formats.contains(format) else {
      return nil
    }
    self.format = format
  }

  var defaultValueDescription: String { format.rawValue }

  static var allValueStrings: [String] { Subject.formats.map(\.rawValue) }

  static var defaultCompletionKind: CompletionKind { .list(allValueStrings) }
}
