/// How long an Escape is waited on for the rest of a key, which begins with the same byte.
enum KeyPatience {
  /// What the time follows from.
  enum Origin {
    /// The user has named it.
    case environment
    /// On a line with a delay the rest may come in another packet.
    case far
    /// At hand the rest comes at once.
    case near
  }

  private static let longest = 2000

  /// What the time follows from: ESCDELAY, as for other programs with curses, else ssh.
  static var origin: Origin {
    if named != nil { return .environment }
    let isFar = ["SSH_CONNECTION", "SSH_CLIENT", "SSH_TTY"].contains {
      Environment.value($0)?.isEmpty == false
    }
    return isFar ? .far : .near
  }

  /// In milliseconds, 0 to 2000.
  static var milliseconds: Int {
    switch origin {
    case .environment: min(named ?? 0, longest)
    case .far: 300
    case .near: 10
    }
  }

  private static var named: Int? {
    Environment.value("ESCDELAY").flatMap { Int($0) }.flatMap { $0 >= 0 ? $0 : nil }
  }
}
