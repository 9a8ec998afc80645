import Foundation
#if canImport(FoundationXML)
  import FoundationXML
#endif
import Testing

/// The README's picture, made from what the program really shows.
///
/// `make picture` writes it anew.
@Suite struct PictureTests {
  @Test func picturesTheRealScreen() throws {
    var companion = try Companion(columns: 124, rows: 36)
    try companion.type("2/region:south")
    try companion.press(.enter)
    try companion.type("n")
    let svg = ScreenPicture(screen: companion.session.screen).svg
    #expect(try XMLDocument(xmlString: svg).rootElement()?.name == "svg")
    #expect(svg.contains("in 8 days") && svg.contains("Peru") && svg.contains("fill=\"#005f87\""))
    if let file = ProcessInfo.processInfo.environment["LADMP_PICTURE"] {
      try svg.write(toFile: file, atomically: true, encoding: .utf8)
    }
  }
}
