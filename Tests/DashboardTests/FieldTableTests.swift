import Declaration
import Foundation
import Testing

/// The table of fields against the description of the format.
@Suite struct FieldTableTests {
  private static func definitions() throws -> [String: [String: Any]] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Resources/schema.json")
    let schema = try JSONSerialization.jsonObject(with: try Data(contentsOf: file))
    let root = try #require(schema as? [String: Any])
    return try #require(root["$defs"] as? [String: [String: Any]])
  }

  private static let names: [RecordCollection: String] = [
    .sources: "source", .regions: "region", .pillars: "pillar", .packages: "package",
    .countries: "country", .meetings: "meeting", .endorsements: "endorsement",
    .commitments: "commitment", .context: "context", .disputes: "dispute",
  ]

  @Test(arguments: RecordCollection.allCases)
  func agreesWithTheSchema(_ collection: RecordCollection) throws {
    let name = try #require(FieldTableTests.names[collection])
    try check(collection.fields, against: name)
  }

  private func check(_ fields: [RecordField], against name: String) throws {
    let definitions = try FieldTableTests.definitions()
    let definition = try #require(definitions[name])
    let properties = try #require(definition["properties"] as? [String: Any])
    #expect(Set(fields.map(\.name)) == Set(properties.keys), "\(name)")
    #expect(Set(fields.map(\.name)).count == fields.count)
    let required = Set(definition["required"] as? [String] ?? [])
    for field in fields {
      // A list that is not there is read as an empty one; a form writes it all the same.
      if field.kind.isList {
        #expect(!field.isRequired || required.contains(field.name), "\(name) \(field.name)")
      } else {
        #expect(field.isRequired == required.contains(field.name), "\(name) \(field.name)")
      }
    }
    let parts = [
      "aims": "aim", "states": "state", "sides": "side", "attendance": "attendance",
      "members": "member",
    ]
    for field in fields {
      switch field.kind {
      case .list(let inner), .byCountry(let inner):
        try check(inner, against: try #require(parts[field.name]))
      default: break
      }
    }
  }
}

extension RecordField.Kind {
  fileprivate var isList: Bool {
    switch self {
    case .wordings, .list, .byCountry: true
    default: false
    }
  }
}
