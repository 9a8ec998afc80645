import Pseudoterminal

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

// Times from start to the first frame beside other programs, and from a key to the next frame.
// usage: bench PROGRAM
guard CommandLine.arguments.count == 2, let program = CommandLine.arguments.last else {
  Report.say("usage: bench PROGRAM")
  exit(64)
}
let rounds = 21

var firstFrames = FirstFrames(
  rivals: [("ladmp", [program]), ("nnn", ["nnn"]), ("ncdu", ["ncdu", "/var/empty"])])
var keys = KeyTimes(program: program)
for round in 1...rounds {
  try firstFrames.measure()
  try keys.measure()
  Report.progress(round, of: rounds)
}
Report.say("Start to first frame, 120x40, xterm-256color, \(rounds) rounds side by side\n")
Report.say(firstFrames.table)
Report.say("\nKey to frame, \(rounds) rounds\n")
Report.say(keys.table)
