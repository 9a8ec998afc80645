import ArgumentParser
import Dashboard
import Terminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Draws a chart of the record, in block characters or as SVG.
struct ChartCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draw commitments, endorsements or attendance, as lines or as an SVG file.",
    discussion: """
      Lines fit the terminal, and 80 columns where there is none; --ascii draws them with ASCII \
      characters. The SVG stands alone: text stays \
      text, fills differ by pattern too, the caption has the day and the sources.
      """)

  @Argument(help: "What is drawn: commitments, endorsements or attendance.")
  var name: Chart.Name

  @Option(
    help: ArgumentHelp("Write SVG to a new file, or to standard output: -", valueName: "file"))
  var svg: String?

  @Flag(help: "Replace the SVG file where it is there already.")
  var force = false

  /// A flag of the program itself is its own wherever it stands.
  @ParentCommand var program: Ladmp

  @OptionGroup var record: RecordOptions

  /// Lines that are wider than this are hard to follow from a label to its bar.
  private static let widest = 120

  func validate() throws {
    if force, svg == nil { throw ValidationError("--force goes with --svg.") }
    if svg == "" { throw ValidationError("--svg needs the name of a file, or -.") }
  }

  func run() throws {
    let dossier = record.dossier()
    let day = record.day(of: dossier, on: WallClock.now().today)
    let chart = dossier.asOf(day).chart(name)
    guard chart.hasFigures else {
      Output.warn("ladmp: no \(name.rawValue) to draw as of \(day).")
      throw ExitCode(1)
    }
    guard let svg else {
      let text = ChartText.text(of: chart, in: dossier, columns: columns)
      let charset = program.drawsASCII ? .ascii : Charset.settle(Environment.value)
      return Output.say(charset.text(text))
    }
    let text = ChartSVG(chart, of: dossier).text
    guard svg != "-" else { return Output.say(text) }
    do {
      try NewFile.create(svg, Array(text.utf8), replacing: force)
    } catch {
      Output.fail(["ladmp: \(error)"], code: .cannotCreate)
    }
    Output.warn("ladmp: Saved as \(svg).")
  }

  private var columns: Int {
    guard isatty(STDOUT_FILENO) != 0, let size = TerminalSession.size else { return 80 }
    return max(20, min(size.columns, ChartCommand.widest))
  }
}

extension Chart.Name: ExpressibleByArgument {}
