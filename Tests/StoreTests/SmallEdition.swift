@testable import Store

extension Edition {
  /// A record with a country, a meeting, a pillar and a source, which is read in no time.
  static let small = Array(
    """
    {
      "asOf": "2022-09-28", "schema": 2, "title": {"en": "T"}, "shortTitle": {"en": "T"},
      "regions": {"south": {"name": {"en": "South"}, "order": 1}},
      "sources": {"lo-2022": {"title": "A", "publisher": "P", "published": "2022-09-27"}},
      "pillars": {"2": {"number": 2, "title": {"en": "Ways"}, "long": {"en": "Regular ways"},
        "aims": [], "sources": ["lo-2022"]}},
      "packages": {}, "endorsements": {}, "commitments": {}, "context": {}, "disputes": {},
      "countries": {"PE": {"alpha3": "PER", "numeric": "604", "name": {"en": "Peru"},
        "capital": {"en": "Lima"}, "region": "south", "longitude": -77, "latitude": -12}},
      "meetings": {"lima-2022": {"title": {"en": "First"}, "kind": "ministerial",
        "date": "2022-10-06", "agenda": [], "outcome": [], "sources": ["lo-2022"],
        "attendance": {}}}
    }
    """.utf8)
}
