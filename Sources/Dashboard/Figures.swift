import Declaration

/// Numbers as the interface writes them.
public enum Figures {
  /// A whole number with thousands apart: `20,000`.
  public static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    var result = ""
    for (place, digit) in digits.enumerated() {
      if place > 0, (digits.count - place) % 3 == 0 { result.append(",") }
      result.append(digit)
    }
    return (number < 0 ? "-" : "") + result
  }

  /// A figure with its unit: `314 million USD`, `20,000 people`.
  public static func amount(_ amount: Commitment.Amount) -> String {
    "\(number(amount.value)) \(amount.unit)"
  }

  /// A count with its noun: `1 commitment`, `2 commitments`, `no commitments`.
  public static func count(_ number: Int, _ noun: String, plural: String? = nil) -> String {
    let nouns = plural ?? noun + "s"
    return switch number {
    case 0: "no \(nouns)"
    case 1: "1 \(noun)"
    default: "\(grouped(number)) \(nouns)"
    }
  }

  /// A figure without its unit: `314 million`, `20,000`.
  public static func number(_ value: Double) -> String {
    for (size, name) in [(1e9, "billion"), (1e6, "million")] where value >= size {
      return "\(decimal(value / size)) \(name)"
    }
    return decimal(value)
  }

  /// At most two decimals, none that are zero.
  private static func decimal(_ value: Double) -> String {
    guard value < 1e15 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    let whole = grouped(hundredths / 100)
    let rest = hundredths % 100
    if rest == 0 { return whole }
    if rest % 10 == 0 { return "\(whole).\(rest / 10)" }
    return "\(whole).\(rest < 10 ? "0" : "")\(rest)"
  }
}
