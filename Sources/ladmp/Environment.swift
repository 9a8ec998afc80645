import Dashboard
import Declaration

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The variables that the program was started with.
enum Environment {
  static func value(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

/// The time on the wall, asked for here and nowhere else.
enum WallClock {
  static func now() -> Clock {
    var seconds = time(nil)
    var local = tm()
    localtime_r(&seconds, &local)
    let today = Day(
      year: Int(local.tm_year) + 1900, month: Int(local.tm_mon) + 1, day: Int(local.tm_mday))
    return Clock(today: today ?? Day(number: seconds / 86_400), minute: seconds / 60)
  }
}
