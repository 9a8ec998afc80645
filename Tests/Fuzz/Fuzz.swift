#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The property that is tried, by its name in `LADMP_FUZZ`.
private let property: StoreProperty = {
  let name = getenv("LADMP_FUZZ").map { String(cString: $0) } ?? ""
  guard let property = StoreProperty(rawValue: name) else {
    let names = StoreProperty.allCases.map(\.rawValue).joined(separator: ", ")
    fatalError("LADMP_FUZZ is “\(name)”, expected one of \(names)")
  }
  return property
}()

/// What libFuzzer calls with one input after another.
@_cdecl("LLVMFuzzerTestOneInput")
public func tryOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  do {
    try property.check(Array(UnsafeBufferPointer(start: start, count: count)))
  } catch {
    fatalError("\(property.rawValue): \(error)")
  }
  return 0
}
