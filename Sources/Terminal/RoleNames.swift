import Dashboard

extension Role {
  /// What a theme's file calls it. Written out, because to ask Swift for a case's name takes a third
  /// of a millisecond before the first frame.
  var themeName: String {
    switch self {
    case .plain: "plain"
    case .quiet: "quiet"
    case .header: "header"
    case .headerDay: "header-day"
    case .headerNext: "header-next"
    case .border: "border"
    case .borderFocused: "border-focused"
    case .title: "title"
    case .titleFocused: "title-focused"
    case .heading: "heading"
    case .label: "label"
    case .key: "key"
    case .hint: "hint"
    case .input: "input"
    case .endorsed: "endorsed"
    case .notEndorsed: "not-endorsed"
    case .present: "present"
    case .delegate: "delegate"
    case .declined: "declined"
    case .excluded: "excluded"
    case .notReported: "not-reported"
    case .counted: "counted"
    case .next: "next"
    case .past: "past"
    case .asOf: "as-of"
    case .disputed: "disputed"
    case .source: "source"
    case .link: "link"
    case .own: "own"
    case .notice: "notice"
    case .warning: "warning"
    }
  }
}
