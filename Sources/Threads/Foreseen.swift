import Synchronization

/// A value that will be asked for: worked out once, ahead on a thread of its own, or by who asks
/// before that.
public final class Foreseen<Value: Sendable>: Sendable {
  private let value = Mutex<Value?>(nil)
  private let workOut: @Sendable () -> Value

  /// - Parameters:
  ///   - isAhead: whether it takes long enough that it should be begun now.
  ///   - workOut: always comes to the same.
  public init(isAhead: Bool, _ workOut: @escaping @Sendable () -> Value) {
    self.workOut = workOut
    if isAhead { WorkThread { _ = self.get() }?.leave() }
  }

  /// The value; waits for it where it is not there yet.
  public func get() -> Value {
    value.withLock { value in
      if let value { return value }
      let found = workOut()
      value = found
      return found
    }
  }
}
