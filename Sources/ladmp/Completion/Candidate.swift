import ArgumentParser
import Dashboard

/// A word that can stand where one is being typed.
struct Candidate {
  let word: String
  /// What it stands for, where the shell shows such things.
  let meaning: String

  init(_ word: String, _ meaning: String = "") {
    (self.word, self.meaning) = (word, meaning)
  }

  /// The candidate as it goes on from what is typed, in the typed case; nil where it does not.
  func completing(_ typed: String) -> Candidate? {
    guard word.lowercased().hasPrefix(typed.lowercased()) else { return nil }
    return Candidate(typed + word.dropFirst(typed.count), meaning)
  }

  /// The candidate as a shell reads it. Words come from the record: none may hold what the shell
  /// would act on.
  func written(for shell: CompletionShell?, without kept: Int) -> String {
    let word = String(self.word.dropFirst(kept)).visible
    let meaning = meaning.visible
    switch shell {
    case .bash: return Candidate.quoted(word)
    case .zsh:
      let escaped = word.reduce(into: "") { $0 += $1 == ":" || $1 == "\\" ? "\\\($1)" : "\($1)" }
      return meaning.isEmpty ? escaped : "\(escaped):\(meaning)"
    case .fish: return meaning.isEmpty ? word : "\(word)\t\(meaning)"
    default: return word
    }
  }

  /// Bash expands the words before it offers them.
  private static func quoted(_ word: String) -> String {
    word.reduce(into: "") { result, character in
      let isPlain = character.isLetter || character.isNumber || "-_./:,=@+".contains(character)
      result += isPlain ? "\(character)" : "\\\(character)"
    }
  }
}
