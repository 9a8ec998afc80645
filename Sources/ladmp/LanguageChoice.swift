import ArgumentParser
import Declaration

extension Language: ExpressibleByArgument {}

/// The language of what is printed and shown.
struct LanguageChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language: en, es, pt or fr. (default: the configuration's, else the locale's)",
      valueName: "language"))
  var lang: Language?

  /// The language that was named, else that of the configuration, else that of the locale.
  var language: Language { language(chosenBefore: nil) }

  /// The same, where one that was chosen in the dashboard goes before the locale.
  func language(chosenBefore last: Language?) -> Language {
    lang ?? Configuration.users[.lang].flatMap { Language(rawValue: $0) } ?? last
      ?? Language(surroundings: Environment.value)
  }
}
