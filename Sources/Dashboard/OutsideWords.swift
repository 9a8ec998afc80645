import Declaration

// What the rooms below and outside say in English: they know no languages.
extension Language {
  /// A sentence that was made elsewhere, in this language where its form is known: `Saved as x.md.`
  func retold(_ english: String) -> String {
    guard self != .en else { return english }
    for form in Language.foreignForms {
      guard let parts = Language.parts(of: english, in: form), let text = Phrasebook.of(self)[form]
      else { continue }
      return Language.fill(text, parts.map { Phrase.Part(name: $0.name, text: retold($0.text)) })
    }
    return text(english)
  }

  /// What a key does, in the footer: some words mean something else there than in a text.
  func hint(_ english: String) -> String {
    self == .en ? english : Phrasebook.of(self)["hint|" + english] ?? text(english)
  }

  /// The forms of the sentences that are made elsewhere; the tests hold them against the source.
  static let foreignForms = [
    "Not a web address: {text}", "Copied the link: {text}", "Sent to the clipboard: {text}",
    "No browser could be started. The link: {text}", "Opening {text}", "The link: {text}",
    "{name} was not written: {text}.", "{name} was not written whole.",
    "Saved as {name} in {place}.", "Saved as {name}.",
    "Theme {name} needs colours; this screen has none.", "Theme {name}: {text}.",
    "There is no field “{name}:”; there are {list}", "“{name}:” can mean {list}",
    "{name}: does not know “{typed}”; it knows {list}",
    "names and codes of countries", "numbers and words of titles",
    "{first} to {last} and the words of their titles", ">10M, <5k, 20000 or 1000..2000",
    "<2024, >2022-06, 2022-10-06 or 2022-06..2022-10",
    "Who attended {meeting} is not reported as of {day}",
    "{text}; it was changed elsewhere too, and both versions are kept to choose from",
    "{text}; {name} stays, as it was changed since",
    "change taken back: {text}",
    "version chosen: {text}",
    "nothing was changed",
    "there is nothing to undo",
    "there is nothing to redo",
    "your record as it is now is saved as {file}; later changes are not in it",
    "the previous version is in place, with “{text}” done again; the other is kept as {file}",
    "the previous version is in place, with “{text}” done again",
    "the previous version is in place; the other is kept as {file}",
    "the previous version is in place",
    "the store can be read as it is",
    "there is no version before it: {file} is not there",
    "“{text}” is no entry; name one as /meetings/lima-2022",
    "“{text}” is not in the record",
    "“{text}” is no entry",
    "“{text}” is as the edition has it",
    "“{text}” has not two versions to choose from",
    "“{text}” is no longer in the record",
    "{file}: another program is writing to it",
    "{file}: a {name} that was begun by hand is not at its end; "
      + "finish it with git, or give it up with “{text}”",
    "it is being saved again",
    // Why an exchange did not come to pass, what to do first.
    "Not shared: {text}.",
    "install git, which does the sharing",
    "mend the address with git remote set-url: {name} is gone",
    "the remote can't be reached; your changes wait here",
    "run “ladmp share sync” in a terminal: the remote wants a password or a key",
    "try again: others sent something each time",
    "ask whoever keeps the remote: it refuses what is sent ({text})",
    "finish the {name} that was begun by hand, or give it up",
    "commit it with git, or take it back: {list} changed by hand",
    "commit it with git, or take it back: another program changed {list}",
    "keep one version at line {number} of the store: git left both",
    "take {name} back with git revert: what was sent to {remote} can't be read",
    "git switch {name} takes the branch that is shared",
    "git switch takes a branch: none is checked out",
    "try again: another ladmp is sharing",
    "run “ladmp share sync” in a terminal: {name} has another history",
    "git {name} failed: {text}",
    "give git your name: git config --global user.name, and user.email",
    "git remote add origin URL names a remote: there is none",
    "what {remote} has is no record: {file} is missing",
    "name the file of “{name}” with --edition: {remote} is over that",
    "undone, a step of {name}: {text}", "done again, a step of {name}: {text}",
    "undone: {text}", "done again: {text}", "Undone: {text}", "Done again: {text}",
  ]

  /// What stands in a sentence in the places of a form's names; nil for a sentence of another form.
  static func parts(of sentence: String, in form: String) -> [Phrase.Part]? {
    var parts: [Phrase.Part] = []
    var (sentence, form) = (Substring(sentence), Substring(form))
    while let brace = form.firstIndex(of: "{"), let end = form[brace...].firstIndex(of: "}") {
      guard sentence.hasPrefix(form[..<brace]) else { return nil }
      sentence = sentence.dropFirst(form[..<brace].count)
      let name = String(form[form.index(after: brace)..<end])
      form = form[form.index(after: end)...]
      let literal = form.prefix { $0 != "{" }
      guard let next = Language.end(of: sentence, before: literal, isLast: literal == form) else {
        return nil
      }
      parts.append(Phrase.Part(name: name, text: String(sentence[..<next])))
      sentence = sentence[next...]
    }
    return sentence == form ? parts : nil
  }

  /// Where a part ends: before the words that follow it, and the last before the end.
  private static func end(
    of sentence: Substring, before literal: Substring, isLast: Bool
  ) -> String.Index? {
    guard isLast else { return sentence.firstRange(of: literal)?.lowerBound }
    return sentence.hasSuffix(literal) ? sentence.dropLast(literal.count).endIndex : nil
  }
}
