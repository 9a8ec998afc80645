import Declaration
import Foundation
import SeededGenerator
import Testing

@testable import Store

@Suite struct MergePatchTests {
  /// The examples of RFC 7396, appendix A.
  @Test(arguments: [
    (#"{"a":"b"}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"b"}"#, #"{"b":"c"}"#, #"{"a":"b","b":"c"}"#),
    (#"{"a":"b"}"#, #"{"a":null}"#, #"{}"#),
    (#"{"a":"b","b":"c"}"#, #"{"a":null}"#, #"{"b":"c"}"#),
    (#"{"a":["b"]}"#, #"{"a":"c"}"#, #"{"a":"c"}"#),
    (#"{"a":"c"}"#, #"{"a":["b"]}"#, #"{"a":["b"]}"#),
    (#"{"a":{"b":"c"}}"#, #"{"a":{"b":"d","c":null}}"#, #"{"a":{"b":"d"}}"#),
    (#"{"a":[{"b":"c"}]}"#, #"{"a":[1]}"#, #"{"a":[1]}"#),
    (#"["a","b"]"#, #"["c","d"]"#, #"["c","d"]"#),
    (#"{"a":"b"}"#, #"["c"]"#, #"["c"]"#),
    (#"{"a":"foo"}"#, "null", "null"),
    (#"{"a":"foo"}"#, #""bar""#, #""bar""#),
    (#"{"e":null}"#, #"{"a":1}"#, #"{"a":1,"e":null}"#),
    ("[1,2]", #"{"a":"b","c":null}"#, #"{"a":"b"}"#),
    ("{}", #"{"a":{"bb":{"ccc":null}}}"#, #"{"a":{"bb":{}}}"#),
  ])
  func followsTheExamplesOfTheStandard(_ target: String, _ patch: String, _ result: String) throws {
    let merged = MergePatch.apply(try RecordValue(json: patch), to: try RecordValue(json: target))
    #expect(merged == (try RecordValue(json: result)))
  }

  @Test func aDifferenceLaidOverTheOldGivesTheNew() {
    var generator = SeededGenerator(seed: 4)
    for _ in 0..<3000 {
      let (old, new) = (generator.entry(), generator.entry())
      let patch = MergePatch.difference(from: old, to: new)
      #expect(MergePatch.apply(patch, to: old) == new)
      #expect(MergePatch.difference(from: new, to: new) == .entry([:]))
      // What is laid over twice is laid over once.
      #expect(MergePatch.apply(patch, to: new) == new)
    }
  }

  @Test func aDifferenceHoldsOnlyWhatDiffers() throws {
    let old = try RecordValue(json: #"{"a":{"b":1,"c":2},"d":3}"#)
    let new = try RecordValue(json: #"{"a":{"b":1,"c":4},"e":5}"#)
    #expect(MergePatch.difference(from: old, to: new).line == #"{"a":{"c":4},"d":null,"e":5}"#)
  }

  @Test func writtenValuesAreReadAsTheyWere() throws {
    var generator = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let value = generator.value()
      for bytes in [value.json(), value.jsonLine] {
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(try RecordValue(json: text) == value)
        #expect(!text.unicodeScalars.contains { $0 == "\u{202E}" || $0 == "\u{1B}" })
        // A reader that is not ours agrees that it is JSON.
        _ = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)
      }
    }
  }
}

@Suite struct ThreeWayMergeTests {
  private func merge(_ base: String, _ ours: String, _ theirs: String) throws -> ThreeWayMerge {
    ThreeWayMerge(
      base: try RecordValue(json: base), ours: try RecordValue(json: ours),
      theirs: try RecordValue(json: theirs))
  }

  @Test func joinsDifferentFieldsAndTellsEqualOnes() throws {
    let joined = try merge(#"{"a":1,"b":2}"#, #"{"a":9,"b":2}"#, #"{"a":1,"b":2,"c":3}"#)
    #expect(joined.merged?.line == #"{"a":9,"b":2,"c":3}"# && joined.conflicts.isEmpty)
    let clash = try merge(#"{"x":{"a":1}}"#, #"{"x":{"a":2}}"#, #"{"x":{"a":3}}"#)
    #expect(clash.merged?.line == #"{"x":{"a":2}}"#)
    #expect(clash.conflicts.map(\.tokens) == [["x", "a"]])
    #expect(clash.conflicts.first?.theirs == .number("3"))
  }

  @Test func keepsWhatOneSideChangedAndTheOtherTookAway() throws {
    let base = try RecordValue(json: #"{"a":1}"#)
    let changed = try RecordValue(json: #"{"a":2}"#)
    for (ours, theirs) in [(changed, nil), (nil, changed)] as [(RecordValue?, RecordValue?)] {
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      #expect(merge.merged == changed && merge.conflicts.count == 1)
    }
    #expect(ThreeWayMerge(base: base, ours: nil, theirs: base).merged == nil)
  }

  @Test func keepsTheLaws() {
    var generator = SeededGenerator(seed: 6)
    for _ in 0..<3000 {
      let (base, ours, theirs) = (generator.entry(), generator.entry(), generator.entry())
      let merge = ThreeWayMerge(base: base, ours: ours, theirs: theirs)
      let reverse = ThreeWayMerge(base: base, ours: theirs, theirs: ours)
      #expect(Set(merge.conflicts.map(\.tokens)) == Set(reverse.conflicts.map(\.tokens)))
      if merge.conflicts.isEmpty { #expect(merge.merged == reverse.merged) }
      #expect(ThreeWayMerge(base: base, ours: ours, theirs: base).merged == ours)
      #expect(ThreeWayMerge(base: base, ours: base, theirs: theirs).merged == theirs)
      #expect(ThreeWayMerge(base: base, ours: ours, theirs: ours).merged == ours)
      // Nothing that a side wrote is lost: it is in the result or in a conflict.
      for (tokens, value) in ours.leaves + theirs.leaves where base.value(at: tokens) != value {
        let isMerged = merge.merged?.value(at: tokens) == value
        let isTold = merge.conflicts.contains { tokens.starts(with: $0.tokens) }
        #expect(isMerged || isTold)
      }
    }
  }
}

extension RecordValue {
  /// Every value that is not an entry, with the fields that lead to it.
  fileprivate var leaves: [(tokens: [String], value: RecordValue)] {
    guard case .entry(let fields) = self else { return [([], self)] }
    return fields.flatMap { name, value in value.leaves.map { ([name] + $0.tokens, $0.value) } }
  }
}
