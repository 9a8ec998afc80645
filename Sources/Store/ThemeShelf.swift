import CResources

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The themes that there are: those that are built in, and the user's own in a folder.
public struct ThemeShelf: Sendable {
  /// The theme that is used where none is chosen.
  public static let usual = "colour-blind"
  /// The theme that needs no colours.
  public static let colourless = "monochrome"

  /// The folder with the user's own themes; nil where no place for it is known.
  public let folder: String?
  /// The names of the parts of the screen.
  private let parts: [String]

  /// The themes of a folder and those that are built in.
  ///
  /// - Parameter parts: the names of the parts of the screen that a theme may give a look to.
  public init(folder: String?, parts: [String]) { (self.folder, self.parts) = (folder, parts) }

  /// Where a theme stands.
  private enum Origin: Hashable {
    case file(String)
    case builtIn(Int)
  }

  /// The names of the themes that are built in, in the order in which they are offered.
  public static var builtInNames: [String] {
    (0..<resource_theme_count).map { String(cString: resource_themes[$0].name) }
  }

  /// The names of all themes: those that are built in, then the user's own by the alphabet.
  public var names: [String] {
    let builtIn = ThemeShelf.builtInNames
    return builtIn + ownNames.filter { !builtIn.contains($0) }.sorted()
  }

  private var ownNames: [String] {
    (folder.flatMap { FolderNames.all(in: $0) } ?? [])
      .filter { $0.hasSuffix(ThemeShelf.ending) && !$0.hasPrefix(".") }
      .map { String($0.dropLast(ThemeShelf.ending.count)) }
  }

  private static let ending = ".json"

  /// A theme by its name, or by its file where a slash or `.json` is in it.
  ///
  /// - Throws: ``RecordFaults`` where it is not as it should be, ``FileFault`` where there is none.
  public func theme(_ name: String) throws -> StoredTheme {
    guard let origin = origins(of: name).first else {
      throw FileFault(
        file: name, problem: "there is no such theme; “ladmp themes” lists those that there are")
    }
    return try read(origin, name: name, after: [])
  }

  /// Where a theme of a name may stand. The user's own comes first.
  private func origins(of name: String) -> [Origin] {
    if name.contains("/") || name.hasSuffix(ThemeShelf.ending) { return [.file(name)] }
    let own = folder.map { "\($0)/\(name)\(ThemeShelf.ending)" }
    let builtIn = ThemeShelf.builtInNames.firstIndex(of: name)
    return [own.flatMap { access($0, F_OK) == 0 ? .file($0) : nil }, builtIn.map { .builtIn($0) }]
      .compactMap { $0 }
  }

  private func read(_ origin: Origin, name: String, after chain: [Origin]) throws -> StoredTheme {
    let (bytes, file) = try text(of: origin)
    let chain = chain + [origin]
    return try ThemeReader.read(bytes, name: name, file: file, parts: parts) { base, place in
      // A theme of the user's that has the name of a built-in one can extend that one.
      guard let next = origins(of: base).first(where: { !chain.contains($0) }) else {
        let isKnown = !origins(of: base).isEmpty
        throw RecordFaults(faults: [
          place.fault(
            isKnown ? "“\(base)” extends this theme in turn" : "there is no theme “\(base)”",
            expected: "one of \(ThemeShelf.builtInNames.joined(separator: ", ")), or one of yours")
        ])
      }
      return try read(next, name: base, after: chain)
    }
  }

  private func text(of origin: Origin) throws -> (bytes: [UInt8], file: String) {
    switch origin {
    case .file(let file): return (try RecordFile.bytes(of: file), file)
    case .builtIn(let place):
      let theme = resource_themes[place]
      return (
        Array(UnsafeRawBufferPointer(start: theme.bytes, count: theme.length)),
        String(cString: theme.name) + ThemeShelf.ending
      )
    }
  }
}
