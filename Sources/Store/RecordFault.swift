/// A place where a record is not as it should be.
public struct RecordFault: Error, Hashable, Sendable {
  /// The file, as the user named it.
  public let file: String
  /// The line, from 1.
  public let line: Int
  /// The column in characters, from 1.
  public let column: Int
  /// What is wrong there.
  public let problem: String
  /// What should stand there instead.
  public let expectation: String?

  /// A fault at a place.
  public init(file: String, line: Int, column: Int, problem: String, expectation: String? = nil) {
    (self.file, self.line, self.column) = (file, line, column)
    (self.problem, self.expectation) = (problem, expectation)
  }
}

extension RecordFault: CustomStringConvertible {
  /// `file:line:column: what is wrong, expected what`, as compilers write it.
  public var description: String {
    "\(file):\(line):\(column): \(problem)" + (expectation.map { ", expected \($0)" } ?? "")
  }
}

/// Every fault that was found in a record, in order of their places.
public struct RecordFaults: Error, Hashable, Sendable {
  /// The faults; never empty.
  public let faults: [RecordFault]

  /// Faults, of which there is at least one.
  public init(faults: [RecordFault]) { self.faults = faults }
}

/// A file that can't be read at all.
public struct FileFault: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file, as the user named it.
  public let file: String
  /// What the system says.
  public let problem: String

  /// `file: what is wrong`.
  public var description: String { "\(file): \(problem)" }
}
