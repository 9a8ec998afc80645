/// Where a team's record is: something that git can fetch from and send to.
enum RemoteAddress {
  /// Refuses what git would take for an option, or for a program to run.
  static func check(_ address: String) throws(ShareTrouble) {
    func refuse(_ why: String) -> ShareTrouble { .badAddress(address, why) }
    guard !address.isEmpty else { throw refuse("it is empty") }
    guard !address.hasPrefix("-") else { throw refuse("it begins with a hyphen") }
    guard !address.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
      throw refuse("it has control characters")
    }
    // `ext::sh -c …` and its like name a program; a folder or a host never has two colons so early.
    let name = address.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-._".contains($0)) }
    guard !address.dropFirst(name.count).hasPrefix("::") else {
      throw refuse("“\(name)::” runs a program")
    }
    // A host that begins with a hyphen would be an option of ssh.
    let host = address.split(separator: "://", maxSplits: 1).last ?? ""
    guard !host.hasPrefix("-"), !host.contains("@-") else {
      throw refuse("its host begins with a hyphen")
    }
  }

  /// An address as git is given it: a folder's name is made whole, as it is seen from here.
  static func whole(_ address: String, from folder: String) -> String {
    let isPath = !address.contains(":") || address.hasPrefix("/") || address.hasPrefix(".")
    return isPath && !address.hasPrefix("/") ? "\(folder)/\(address)" : address
  }
}
