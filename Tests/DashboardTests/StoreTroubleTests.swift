import Declaration
import Testing

@testable import Dashboard

/// What is said and kept while the store can't be written or read.
@Suite struct StoreTroubleTests {
  @Test func saysWhatIsNotSavedUntilItIs() throws {
    var driver = try OwnDriver()
    driver.take(.storeStatus(.unsaved("no space left on the device")))
    driver.type("jk")
    let text = "Not saved: no space left on the device; W saves elsewhere"
    #expect(driver.driver.row(with: text) != nil)
    #expect(driver.driver.press(.character("q")).isEmpty)
    driver.press(.down)
    #expect(driver.driver.press(.control("c")).isEmpty, "another key in between asks anew")
    #expect(driver.driver.press(.control("c")) == [.quit])
    driver.type("W")
    driver.press(.control("u"))
    driver.type("/tmp/mine.json")
    driver.press(.enter)
    #expect(driver.requests == [.saveElsewhere("/tmp/mine.json")])
    #expect(driver.state.notice?.text == "Your record is saved as /tmp/mine.json.")
    driver.take(.storeStatus(.saved))
    #expect(driver.driver.row(with: "Not saved") == nil)
    #expect(driver.driver.press(.character("q")) == [.quit])
  }

  @Test func offersThePreviousVersionOnlyWhileTheStoreIsBroken() throws {
    var driver = try OwnDriver()
    driver.type("P")
    #expect(driver.requests.isEmpty)
    driver.take(.storeStatus(.broken("store.json:3:5: a comma is missing")))
    #expect(driver.driver.row(with: "store.json:3:5: a comma is missing; P puts") != nil)
    driver.type("P")
    #expect(driver.requests == [.restorePrevious])
    #expect(driver.driver.press(.character("q")) == [.quit])
    driver.type("b")
    #expect(driver.driver.row(with: "W saves") != nil)
    #expect(driver.driver.press(.character("q")).isEmpty, "what is only in memory would be lost")
    driver.take(.storeStatus(.saved))
    #expect(driver.driver.press(.character("q")) == [.quit])
  }

  @Test(arguments: [(20, 5), (30, 9), (40, 12), (80, 24)])
  func troubleShowsAtEverySize(_ columns: Int, _ rows: Int) throws {
    var driver = try OwnDriver(columns: columns, rows: rows)
    driver.take(.storeStatus(.unsaved("a very long reason that no row has room for, " + "full")))
    #expect(driver.driver.row(with: "Not saved") != nil)
    #expect(driver.driver.rows.count == rows)
    driver.take(.storeStatus(.busy("Reading", done: 0.5)))
    #expect(driver.driver.rows.last?.contains("Reading: 50 %") == true)
  }
}
