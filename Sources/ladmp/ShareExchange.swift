import ArgumentParser
import Sharing

/// Begins to share.
struct ShareInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Begin to share your record.")

  @Option(
    help: ArgumentHelp(
      "Where others find it: an address that git takes, or a bare folder.", valueName: "url"))
  var remote: String?

  @OptionGroup var options: ShareOptions

  func run() {
    let report = options.attempt { () throws(ShareTrouble) in
      try options.shared.begin(remote: remote, from: WorkingFolder.path)
    }
    options.tell(report, beginning: "Your record is shared from now on.")
  }
}

/// Takes part in what others share.
struct ShareJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join",
    abstract: "Take part in a record that others share; yours is joined with it.")

  @Argument(help: "Where it is: an address that git takes, or a bare folder.")
  var url: String

  @OptionGroup var options: ShareOptions

  func run() {
    let report = options.attempt { () throws(ShareTrouble) in
      try options.shared.join(url, from: WorkingFolder.path)
    }
    options.tell(report, beginning: "You take part in the record at \(url).")
  }
}

/// Sends and fetches.
struct ShareSync: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Send what you changed, and fetch and merge what others sent.")

  @OptionGroup var options: ShareOptions

  func run() {
    let report = options.attempt { () throws(ShareTrouble) in try options.shared.sync() }
    options.tell(report)
  }
}
