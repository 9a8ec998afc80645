import CNcurses

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What characters the terminal is sent.
public enum Charset: Hashable, Sendable {
  case utf8, ascii

  /// A text in the characters that the terminal has.
  public func text(_ text: String) -> String {
    self == .utf8 ? text : String(text.map(\.ascii))
  }

  /// What the environment asks for.
  ///
  /// - Parameter value: looks up a variable of the environment.
  /// - Returns: ASCII where a charset other than UTF-8 is named; UTF-8 where one is named or none.
  static func wanted(_ value: (String) -> String?) -> Charset {
    let names = ["LC_ALL", "LC_CTYPE", "LANG"]
    let locale = names.lazy.compactMap(value).first { !$0.isEmpty } ?? ""
    guard let dot = locale.firstIndex(of: ".") else {
      return locale.contains("@euro") ? .ascii : .utf8
    }
    let charset = locale[locale.index(after: dot)...].prefix { $0 != "@" }
    return ["utf8", "utf-8"].contains(charset.lowercased()) ? .utf8 : .ascii
  }

  /// Sets the process's locale and answers what it can carry.
  ///
  /// A locale that is not installed, POSIX and none at all would turn accents and borders into
  /// rubbish; any locale in UTF-8 serves, because curses asks for nothing but the charset.
  public static func settle(_ value: (String) -> String?) -> Charset {
    let wanted = wanted(value)
    if wanted == .utf8 {
      for name in ["", "C.UTF-8", "C.utf8", "en_US.UTF-8", "UTF-8"] {
        if setlocale(LC_CTYPE, name) != nil,
          String(cString: nl_langinfo(nl_item(CODESET))) == "UTF-8"
        {
          return .utf8
        }
      }
    }
    setlocale(LC_CTYPE, "C")
    return .ascii
  }
}
