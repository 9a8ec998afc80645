import Dashboard
import SeededGenerator
import Testing

@Suite struct CellTests {
  @Test(arguments: ["a", " ", "\0", "é", "e\u{301}", "─", "字", "한", "😀", "🇵🇪", "1\u{FE0F}\u{20E3}"])
  func keepsWhatStandsInIt(_ text: String) throws {
    let character = try #require(text.first)
    let cell = Cell(character, Style(.title, .selected))
    #expect(cell.character.map { Array(String($0).utf8) } == Array(text.utf8))
    #expect(cell.style == Style(.title, .selected))
    #expect(!cell.isRightHalf)
    #expect(cell.width == max(character.cellWidth, 1))
    #expect(cell.scalar == (text.unicodeScalars.count == 1 ? text.unicodeScalars.first : nil))
    #expect(cell.ascii == (text.utf8.count == 1 ? text.utf8.first : nil))
  }

  @Test func knowsEveryScalar() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<20_000 {
      guard let scalar = Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &random)) else {
        continue
      }
      #expect(Cell(Character(scalar), Style(.plain)).scalar == scalar)
    }
  }

  /// A family is too big for any cell; what is kept of it is whole scalars, and joins nothing.
  @Test func keepsTheBeginningOfAFamily() throws {
    let family: Character = "👨‍👩‍👧‍👦"
    let kept = try #require(Cell(family, Style(.plain)).character)
    #expect(String(kept).unicodeScalars.elementsEqual("👨‍👩".unicodeScalars))
  }

  /// Also where what made it wide is not kept.
  @Test(arguments: ["👨‍👩‍👧‍👦", "1\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{FE0F}"])
  func staysAsWideAsItWas(_ text: String) throws {
    let character = try #require(text.first)
    #expect(character.cellWidth == 2)
    #expect(Cell(character, Style(.plain)).width == 2)
  }

  @Test func halvesDifferFromBlanks() {
    let half = Cell(nil, Style(.plain))
    #expect(half.isRightHalf && half.character == nil && half.width == 0)
    #expect(half != Cell.blank)
  }
}
