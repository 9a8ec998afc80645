import Foundation
import Testing

/// The user's own record from the command line.
@Suite(.serialized) struct StoreCommandEndToEnd {
  private let home: StoreHome

  init() throws { home = try StoreHome() }

  @Test func readingWritesNothing() throws {
    for arguments in [["export"], ["export", "--own"], ["brief", "PE"], ["changes"], ["history"]] {
      _ = try home.run(arguments)
    }
    // What git knows of the person was there before.
    #expect(try FileManager.default.contentsOfDirectory(atPath: home.folder) == ["gitconfig"])
  }

  @Test func notesAreListedTakenBackAndDoneAgain() throws {
    let noted = try home.run("note", "perú", "Ask", "about visas")
    #expect(noted.output == "Noted on Peru. “ladmp undo” takes it back.\n")
    #expect(try home.run(["note", "lima", "-q"], input: "One\ntwo\n").output.isEmpty)
    #expect(try home.notes(on: "PE") == ["Ask about visas"])
    #expect(try home.run("note", "--list", "lima").output.hasSuffix("  One\n  two\n"))
    #expect(try home.run("undo", "2").code == 0)
    #expect(try home.run("note", "--list", "PE").code == 1)
    #expect(try home.run("undo").code == 1)
    #expect(try home.run("history").output.contains("note on Peru (taken back)"))
    #expect(try home.run("redo").output == "Done again: note on Peru\n")
    #expect(try home.run("history", "--limit", "0").code == 64)
    #expect(try home.notes(on: "PE") == ["Ask about visas"])
  }

  @Test func notesStandOnSomethingAndCanBeChanged() throws {
    for nothing in ["/foo/bar", "/countries/ZZ", "", "/meetings", "atlantis"] {
      let outcome = try home.run("note", nothing, "x")
      #expect(outcome.code == 1 && outcome.errors.contains("nothing in the record is called"))
    }
    #expect(try home.run("note").code == 64)
    #expect(try home.run(["note", "PE", "-"], input: "\n \n").code == 64)
    #expect(!FileManager.default.fileExists(atPath: home.store))
    #expect(try home.run(["note", "PE", "-", "-q"], input: "From\nafar\n").code == 0)
    let hostile = "\u{1B}[2J\u{202E}\u{7}\u{85}"
    #expect(try home.run("note", "/meetings/lima-2022/date", hostile).code == 0)
    let listed = try home.run("note", "--list")
    #expect(
      listed.output.unicodeScalars.allSatisfy {
        $0 == "\n" || $0.properties.generalCategory != .control
      })
    #expect(try !home.text().unicodeScalars.contains("\u{1B}"))
    let id = try #require(
      listed.output.split(separator: " ").first { $0.hasPrefix("20") && $0.contains("z-") })
    #expect(try home.run("set", String(id), "text", "Other").code == 0)
    #expect(try home.run("note", "--list").output.contains("  Other\n"))
    #expect(try home.run("remove", String(id)).output.hasPrefix("Deleted: /notes/"))
  }

  @Test func theHistoryTellsWhatWasThereBefore() throws {
    _ = try home.run("set", "commitments/us-2022-06-10-1", "due", "2024-12")
    _ = try home.run("set", "us-2022-06-10-1", "due", "2025-01", "--source", "lo-2022")
    _ = try home.run("note", "PE", "Ask")
    #expect(try home.run("remove", "context/critique-2022").code == 0)
    _ = try home.run("undo")
    let lines = try home.run("history").output.split(separator: "\n").map { line in
      line.hasPrefix("20") ? String(line.dropFirst(22)) : String(line)
    }
    #expect(
      lines == [
        "hidden: /context/critique-2022 (taken back)",
        "  Context: hidden", "note on Peru",
        "  Note: Ask", "due of us-2022-06-10-1", "  Due: 2024-12 → 2025-01",
        "due of us-2022-06-10-1", "  Due: 2024-09-30 → 2024-12",
      ])
  }

  @Test func fieldsAreChangedWithTheirSource() throws {
    let change = try home.run("set", "lima", "starts", "09:00", "--source", "lo-2022")
    #expect(change.output.contains("Changed: starts of lima-2022, by lo-2022."))
    #expect(try home.run("export").output.contains("\"starts\": \"09:00\""))
    #expect(try home.run("set", "PE", "date", "2022-06-11").code == 0)
    #expect(try home.run("set", "lima", "attendance.PE.status", "delegate").code == 0)
    #expect(try home.text().contains("\"status\": \"delegate\""))
    #expect(try home.run("set", "lima", "agenda.3", "A fourth point", "-q").output.isEmpty)
    #expect(try home.run("brief", "lima").output.contains("A fourth point"))
    let wrong = try home.run("set", "lima", "starts", "nine")
    #expect(wrong.code == 65 && wrong.errors.contains("expected a time of the day"))
    #expect(try home.run("set", "bz-2022-06-10-1", "amount", "5").code == 65)
    #expect(try home.run("set", "bz-2022-06-10-1", "amount=5", "unit=people").code == 0)
    #expect(try home.run("set", "bz-2022-06-10-1", "text", "Regularizar", "--lang", "es").code == 0)
    #expect(try home.run("set", "bz-2022-06-10-1", "note", "").code == 0)
    #expect(try home.run("set", "lima", "date", "2022", "--lang", "es").code == 64)
    #expect(try home.run("set", "lima", "agenda.9", "x").code == 65)
    #expect(try home.run("set", "lima", "agenda", "x").errors.contains("such as agenda.0"))
    #expect(try home.run("set", "VE", "date", "2022").code == 1)
    #expect(try home.run("set", "lima", "starts", "09:00").output.hasPrefix("Nothing to change"))
    let unknown = try home.run("set", "lima", "colour", "red")
    #expect(unknown.code == 64 && unknown.errors.contains("there are title, date,"))
    #expect(try home.run("set", "atlantis", "date", "2022").code == 1)
    #expect(try home.run("set", "lima", "date", "2022", "--source", "x").code == 64)
    let refused = try home.run("set", "lima", "date", "2023-01-01")
    #expect(refused.code == 65 && refused.errors.contains("“reported” of meetings/lima-2022"))
  }

  @Test func entriesAreAddedHiddenAndTakenBack() throws {
    let added = try home.run(
      "add", "commitment", "country=PE", "pillar=2", "announced=2022-09-01", "text=Ease work visas",
      "amount=1,000", "unit=people")
    #expect(added.output.hasPrefix("Added /commitments/pe-2022-09-01-1."))
    #expect(try home.run("history").output.contains("commitment added: Ease work visas"))
    #expect(try home.run("brief", "PE").output.contains("Ease work visas"))
    let presence = try home.run(
      "add", "attendance", "meeting=lima-2022", "country=VE", "status=excluded")
    #expect(presence.output.hasPrefix("Added /meetings/lima-2022/attendance/VE."))
    #expect(try home.run("add", "attendance", "country=VE", "status=excluded").code == 64)
    #expect(try home.run("add", "commitment", "country=PE").code == 65)
    #expect(try home.run("add", "source", "title").code == 64)
    #expect(try home.run("remove", "pe-2022-09-01-1").output.hasPrefix("Deleted: /commitments/"))
    let kept = try home.run("remove", "launch-2022")
    #expect(kept.code == 65 && kept.errors.contains("name it; hide those first"))
    #expect(try home.run("remove", "bz-2022-06-10-1").output.hasPrefix("Hidden:"))
    #expect(try !home.run("export").output.contains("\"bz-2022-06-10-1\": {"))
    #expect(try home.run("remove", "--take-back", "bz-2022-06-10-1").code == 0)
    #expect(try home.run("export").output.contains("\"bz-2022-06-10-1\": {"))
    #expect(try home.run("bookmark", "mx").output == "Bookmarked Mexico.\n")
    #expect(try home.run("bookmark", "mx").output == "No bookmark on Mexico any more.\n")
    let named = try home.run("add", "endorsements", "country=nicaragua", "date=2022-07")
    #expect(named.output.hasPrefix("Added /endorsements/NI."))
    #expect(
      try home.run("add", "attendance", "meeting=lima", "country=NI", "status=declined").code == 0)
    #expect(try home.run("add", "source", "title=A", "title=B").code == 64)
    #expect(try home.run("add", "commitment", "country=PE", "--id", "bz-2022-06-10-1").code == 64)
  }

  @Test func aDateWithoutADayIsNotCountedDownTo() throws {
    #expect(try home.run("next").output.contains("in 8 days"))
    #expect(try home.run("set", "lima", "date", "2022-10").code == 0)
    for day in ["2022-09-28", "2022-10-10"] {
      let next = try home.run("next", "--as-of", day).output
      #expect(next.contains("day not reported") && !next.contains("in 3 days"), "\(next)")
      #expect(!next.contains("on the as-of day"))
    }
    #expect(try home.run("next", "--as-of", "2022-11-01").code == 1)
  }

  @Test func aRefusingDiskIsNotCalledSuccess() throws {
    let nowhere = try home.run("note", "PE", "x", "--store", "/nonexistent/store.json")
    #expect(nowhere.code == 73 && nowhere.output.isEmpty)
    #expect(nowhere.errors.contains("not saved: ") && nowhere.errors.contains("--store"))
    #expect(try home.run("import", "/nonexistent.csv").code == 66)
    let full = try home.run("note", "PE", "x", "--store", "/proc/store.json")
    #expect(full.code == 74 && full.output.isEmpty)
    #expect(try home.run("note", "PE", "x", "--store", "").code == 64)
    let homeless = ["/usr/bin/env", "-u", "HOME", "-u", "XDG_DATA_HOME"]
    #expect(try home.run(["note", "PE", "x"], through: homeless).code == 78)
    #expect(try home.run(["brief", "PE"], through: homeless).code == 0)
    _ = try home.run("note", "PE", "one")
    _ = try home.run("note", "PE", "two")
    try "{".write(toFile: home.store, atomically: true, encoding: .utf8)
    let broken = try home.run("note", "PE", "three")
    #expect(broken.code == 65 && broken.errors.contains("store.json:1:2: the file ends too early"))
    #expect(try home.text() == "{")
    #expect(try home.run("brief", "PE").code == 0)
    #expect(try home.run("export").code == 65)
    #expect(try home.run("restore").output.hasPrefix("The previous version is in place"))
    #expect(try home.run("restore").code == 1)
    #expect(try home.notes(on: "PE") == ["one", "two"])
  }

  @Test func twoProgramsWritingAtOnceLoseNothing() async throws {
    let home = home
    try await withThrowingTaskGroup(of: Void.self) { group in
      for instance in 0..<2 {
        group.addTask {
          for number in 0..<500 {
            let outcome = try home.run(["note", "PE", "-q", "\(instance)-\(number)"])
            guard outcome.code == 0 else { throw Session.Failure(description: outcome.errors) }
          }
        }
      }
      try await group.waitForAll()
    }
    #expect(try home.notes(on: "PE") == Set((0..<1000).map { "\($0 / 500)-\($0 % 500)" }))
  }

  #if os(Linux)
    @Test func killedAtAnyCallTheOldOrTheNewRecordIsThere() throws {
      _ = try home.run("note", "PE", "first")
      let kept = try home.text()
      var ends = 0
      // strace counts each kind of call for itself.
      for kind in ["write", "fsync", "rename", "link", "unlink", "openat", "flock", "close"] {
        for call in 1...100 {
          try FileManager.default.removeItem(atPath: home.folder + "/ladmp")
          try FileManager.default.createDirectory(
            atPath: home.folder + "/ladmp", withIntermediateDirectories: true)
          try kept.write(toFile: home.store, atomically: true, encoding: .utf8)
          let strace = [
            "/usr/bin/strace", "-o", "/dev/null", "-e", "trace=\(kind)", "-e",
            "inject=\(kind):signal=KILL:when=\(call)",
          ]
          let outcome = try home.run(["note", "PE", "second"], through: strace)
          if outcome.code == 0 { break }
          ends += 1
          let notes = try home.notes(on: "PE")
          #expect(notes == ["first"] || notes == ["first", "second"], "\(kind) \(call)")
          #expect(try home.run("note", "PE", "third", "-q").code == 0)
          #expect(try home.notes(on: "PE") == notes.union(["third"]), "\(kind) \(call)")
        }
      }
      #expect(ends > 30 && ends < 200, "\(ends)")
    }
  #endif
}
