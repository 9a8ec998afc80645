import Dashboard
import Declaration
import Store

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What is tried, by its name in `LADMP_FUZZ`.
private let check: @Sendable ([UInt8]) throws -> Void = {
  let name = getenv("LADMP_FUZZ").map { String(cString: $0) } ?? ""
  if let property = StoreProperty(rawValue: name) { return { try property.check($0) } }
  switch name {
  case "query":
    let snapshot = dossier(Edition.builtInBytes).asOf(day)
    return { try QueryProperty.check($0, in: snapshot) }
  case "input":
    let state = DashboardState(
      dossier(Edition.small), size: Size(columns: 64, rows: 20),
      clock: Clock(today: day, minute: day.number * 1440))
    return { try InputProperty.check($0, on: state) }
  default:
    let names = StoreProperty.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("LADMP_FUZZ is “\(name)”, expected query, input or one of \(names)")
  }
}()

private let day = Day(number: 19_272)

private func dossier(_ bytes: [UInt8]) -> Dossier {
  guard let dossier = try? Edition.dossier(bytes, file: "edition.json") else {
    fatalError("the edition can't be read")
  }
  return dossier
}

/// What libFuzzer calls with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try check(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("\(error)")
  }
  return 0
}
