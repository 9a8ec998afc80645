import ArgumentParser
import Declaration

extension Language: ExpressibleByArgument {}

/// The language of what is printed and shown.
struct LanguageChoice: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The language: en, es, pt or fr. (default: that of LANGUAGE, LC_ALL, LC_MESSAGES or LANG)",
      valueName: "language"))
  var lang: Language?

  /// The language that was named, else that of the surroundings.
  var language: Language { lang ?? Language(surroundings: Environment.value) }
}
