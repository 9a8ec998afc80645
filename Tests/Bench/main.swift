#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Measures the program beside others in one run, and puts the tables into the README and the chart
// of growth beside the other resources.
// usage: bench PROGRAM ROOT [ROUNDS]
guard (3...4).contains(CommandLine.arguments.count),
  let program = realpath(CommandLine.arguments[1], nil).map({ String(cString: $0) }),
  let root = realpath(CommandLine.arguments[2], nil).map({ String(cString: $0) })
else { Report.stop("usage: bench PROGRAM ROOT [ROUNDS]") }

let rounds = CommandLine.arguments.dropFirst(3).first.flatMap { Int($0) } ?? 21
let roundsAtSizes = min(rounds, 9)
Workshop.open()
defer { Workshop.close() }

var firstFrames = FirstFrames(program: program)
var keys = KeyTimes(program: program)
for round in 1...rounds {
  Report.progress("first frames and keys", round)
  try firstFrames.measure(isShort: round > 9)
  try keys.measure()
}
Report.progress("idle for half a minute", 1)
var idleness = Idleness(program: program)
try idleness.measure()
var sizes = Sizes(program: program)
try sizes.measure(rounds: roundsAtSizes)
var exports = Exports(program: program)
exports.measure(rounds: min(rounds, 5))

let counts = Sizes.counts
let time = GrowthChart(
  title: "Time, ms, by commitments", counts: counts,
  curves: [
    GrowthChart.Curve(
      name: "open all of it", colour: "#005a8c", dashes: "",
      values: sizes.rows.map { $0.opening["ladmp"]?.median ?? 0 }),
    GrowthChart.Curve(
      name: "jq length of the same file", colour: "#777", dashes: "stroke-dasharray=\"2 3\"",
      values: sizes.rows.map { $0.opening["jq"]?.median ?? 0 }),
    GrowthChart.Curve(
      name: "a letter of a filter to its frame", colour: "#c04f00",
      dashes: "stroke-dasharray=\"7 3\"",
      values: sizes.rows.map { $0.filtering["ladmp"]?.median ?? 0 }),
  ])
let memory = GrowthChart(
  title: "Memory, MB, by commitments", counts: counts,
  curves: [
    GrowthChart.Curve(
      name: "open in the dashboard", colour: "#005a8c", dashes: "",
      values: sizes.rows.map(\.memory.median)),
    GrowthChart.Curve(
      name: "the file", colour: "#777", dashes: "stroke-dasharray=\"2 3\"",
      values: sizes.rows.map(\.megabytes)),
  ])
let (width, height) = (2 * GrowthChart.size.width, GrowthChart.size.height)
Workshop.write(
  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(width) \(height)\" "
    + "font-family=\"sans-serif\" font-size=\"12\">\n"
    + "<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n"
    + time.elements(at: 0) + memory.elements(at: GrowthChart.size.width) + "</svg>\n",
  to: "\(root)/Resources/growth.svg")

Report.put(
  """
  Measured on \(Report.machine): medians, and in brackets the middle half of the rounds.

  From the start to the first whole frame, 120x40, xterm-256color, programs in turn, \
  \(rounds) rounds (9 for those that take long):

  \(firstFrames.table)
  From a key to the frame that answers it, \(rounds) rounds:

  \(keys.table)
  While nobody touches them:

  \(idleness.table)
  Opening a record with many commitments of the user's own, \(roundsAtSizes) rounds (3 for the \
  biggest):

  \(sizes.openingTable)
  Filtering that many commitments, a letter at a time:

  \(sizes.filterTable)
  Writing the whole record for others:

  \(exports.table)
  """, into: "\(root)/README.md")
Report.tell("\r\u{1B}[Kthe tables are in README.md, the chart is in Resources/growth.svg\n")
