import Declaration
import Store

/// What can be set in the configuration: each stands for an option of the command line.
enum Setting: String, CaseIterable {
  case asOf = "as_of"
  case edition, store, lang, theme, color, ascii, plain, format, mouse, remember, keys

  var kind: ConfigKind {
    switch self {
    case .asOf: .day
    case .edition, .store: .text
    case .lang: .choice(Language.allCases.map(\.rawValue))
    case .theme: .nameOrFile(ThemeShelf.users.names)
    case .color: .choice(ColourChoice.allCases.map(\.rawValue))
    case .ascii, .plain, .mouse, .remember: .flag
    case .keys: .assignments
    case .format: .choice(ListFormat.allCases.map(\.rawValue).filter { $0 != "ics" })
    }
  }

  /// The option that it stands for.
  var option: String {
    switch self {
    case .asOf: "--as-of"
    case .format: "--format of the lists"
    case .keys: "ladmp help keys"
    default: "--\(rawValue)"
    }
  }

  /// What holds where nothing is set.
  var usual: String {
    switch self {
    case .asOf: Edition.builtInDay ?? ""
    case .edition: Edition.builtInName
    case .store: StoreOptions.usualStore ?? ""
    case .lang: Language(surroundings: Environment.value).rawValue
    case .theme: ThemeShelf.usual
    case .color: ColourChoice.auto.rawValue
    case .ascii, .plain: "false"
    case .mouse, .remember: "true"
    case .keys: ""
    case .format: ListFormat.table.rawValue
    }
  }

  /// The variable that sets it, with the value that it gives; nil where it does not.
  var variable: (name: String, value: String)? {
    let name: String
    switch self {
    case .store: name = "LADMP_STORE"
    case .theme: name = "LADMP_THEME"
    case .color: name = "NO_COLOR"
    default: return nil
    }
    guard let value = Environment.value(name), !value.isEmpty else { return nil }
    return (name, self == .color ? ColourChoice.never.rawValue : value)
  }
}
