import Declaration

/// Figures of the record as of a day, to be looked at: a value from which lines of a terminal and
/// SVG are drawn alike.
public struct Chart: Hashable, Sendable {
  /// Which charts there are, as the command line names them.
  public enum Name: String, CaseIterable, Sendable {
    case commitments, endorsements, attendance
  }

  /// Which of the charts it is.
  public let name: Name
  /// What it tells of.
  public let title: String
  /// The day as of which the record is seen.
  public let day: Day
  /// What its words are in.
  public let language: Language
  /// What is drawn. Each panel has an axis and a unit of its own.
  public let panels: [Panel]
  /// What the drawing leaves out or what a reader should know.
  public let notes: [String]
  /// On what sources differ among the facts that are counted.
  public let disagreements: [Disagreement]
  /// What the figures rest on, the source of most facts first.
  public let sources: [SourceID]

  /// One axis with one unit.
  public struct Panel: Hashable, Sendable {
    /// What the panel shows, its unit included.
    public let title: String
    /// How it is drawn.
    public let form: Form
  }

  /// How figures are drawn.
  public enum Form: Hashable, Sendable {
    /// A bar for each thing that is counted.
    case bars([Bar])
    /// A sum that grows with time.
    case steps(Steps)
    /// A bar for each whole, in parts.
    case stacks([Stack], whole: Int)
  }

  /// A figure with its label.
  public struct Bar: Hashable, Sendable {
    /// Whose figure it is.
    public let label: String
    /// The figure; nil where none is reported, which is not zero.
    public let figure: Double?
    /// The figure with its unit, or that none is reported.
    public let text: String
    /// What the detail tells of.
    public let subject: Subject
  }

  /// A sum over time.
  public struct Steps: Hashable, Sendable {
    /// Where it grows, in order.
    public let steps: [Step]
    /// The first day of the axis.
    public let first: Day
    /// The last day of the axis; after ``first``.
    public let last: Day
    /// The most that there can be: the end of the axis.
    public let whole: Int
  }

  /// A day on which the sum grew.
  public struct Step: Hashable, Sendable {
    /// The day.
    public let day: Day
    /// The countries that came to it.
    public let countries: [String]
    /// The sum from then on.
    public let total: Int
    /// What the detail tells of.
    public let subject: Subject
  }

  /// A whole in parts.
  public struct Stack: Hashable, Sendable {
    /// Whose parts they are.
    public let label: String
    /// The parts that are not empty, in the order of the statuses.
    public let parts: [Part]
    /// Why there are no parts, in words.
    public let absence: String
    /// What the detail tells of.
    public let subject: Subject
  }

  /// The countries of one attendance status.
  public struct Part: Hashable, Sendable {
    /// The status.
    public let status: Attendance.Status
    /// How many countries have it; at least one.
    public let count: Int
  }
}

extension Chart {
  /// What its bars, steps and stacks tell of, from top to bottom.
  var subjects: [Subject] { panels.flatMap(\.subjects) }

  /// Whether there is a figure to draw.
  public var hasFigures: Bool {
    panels.contains { panel in
      switch panel.form {
      case .bars(let bars): bars.contains { $0.figure != nil }
      case .steps(let steps): !steps.steps.isEmpty
      case .stacks(let stacks, _): stacks.contains { !$0.parts.isEmpty }
      }
    }
  }
}

extension Chart.Panel {
  var subjects: [Subject] {
    switch form {
    case .bars(let bars): bars.map(\.subject)
    case .steps(let steps): steps.steps.map(\.subject)
    case .stacks(let stacks, _): stacks.map(\.subject)
    }
  }

  /// Its figures in words, for readers who do not see the drawing.
  func sentences(in language: Language) -> [String] {
    switch form {
    case .bars(let bars): bars.map { "\($0.label): \($0.text)." }
    case .steps(let steps):
      steps.steps.map {
        "\(DateText.short($0.day, in: language)): \($0.text(of: steps, in: language))."
      }
    case .stacks(let stacks, _): stacks.map { "\($0.label): \($0.text(in: language))." }
    }
  }
}

extension Chart.Step {
  /// `21 of 35`
  func share(of steps: Chart.Steps, in language: Language) -> String {
    language("\(count: total) of \(total: steps.whole)")
  }

  /// `new: Guyana`
  func news(in language: Language) -> String {
    language("new: \(list: countries.joined(separator: ", "))")
  }

  /// `21 of 35, new: Guyana`
  func text(of steps: Chart.Steps, in language: Language) -> String {
    "\(share(of: steps, in: language)), \(news(in: language))"
  }
}

extension Chart.Stack {
  /// Its parts in words: `23 attended, 7 sent a delegate`; why there are none.
  func text(in language: Language) -> String {
    guard !parts.isEmpty else { return absence }
    return parts.map { part in
      let sign = Sign.of(part.status)
      let word = part.count == 1 ? sign.word(in: language) : sign.plural(in: language)
      return "\(part.count) \(word)"
    }
    .joined(separator: ", ")
  }
}
