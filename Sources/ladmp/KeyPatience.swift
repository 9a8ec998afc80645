/// How long an Escape is waited on for the rest of a key, which begins with the same byte.
enum KeyPatience {
  /// At hand the rest comes at once.
  private static let near = 10
  /// On a line with a delay it may come in another packet.
  private static let far = 300
  private static let longest = 2000

  /// In milliseconds: what ESCDELAY says, as for other programs with curses, else longer over ssh.
  static var milliseconds: Int {
    if let named = Environment.value("ESCDELAY").flatMap({ Int($0) }), named >= 0 {
      return min(named, longest)
    }
    let isFar = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains {
      Environment.value($0)?.isEmpty == false
    }
    return isFar ? far : near
  }
}
