/// Questions that are asked often, as views of the database.
enum RecordViews {
  /// The statements that make them.
  static let all = [countryOverview, commitmentsByPillar, commitmentTotals, attendanceByMeeting]

  private static let countryOverview = """
    CREATE VIEW country_overview AS
    SELECT country.id, country.name, region.name AS region, endorsement.date AS endorsed,
      (SELECT count(*) FROM attendance AS presence WHERE presence.country = country.id
        AND presence.status IN ('attended', 'delegate')) AS meetings_attended,
      (SELECT count(*) FROM package_members AS member WHERE member.country = country.id
        AND member.role = 'lead') AS packages_led,
      (SELECT count(*) FROM package_members AS member WHERE member.country = country.id
        AND member.role = 'participant') AS packages_joined,
      (SELECT count(*) FROM commitments AS made WHERE made.country = country.id) AS commitments
    FROM countries AS country
    JOIN regions AS region ON region.id = country.region
    LEFT JOIN endorsements AS endorsement ON endorsement.country = country.id
    ORDER BY country.name;
    """

  private static let commitmentsByPillar = """
    CREATE VIEW commitments_by_pillar AS
    SELECT pillar.number, pillar.title, count(made.id) AS commitments,
      count(DISTINCT made.country) AS countries,
      count(CASE WHEN made.state = 'done' THEN 1 END) AS done
    FROM pillars AS pillar LEFT JOIN commitments AS made ON made.pillar = pillar.id
    GROUP BY pillar.id ORDER BY pillar.number;
    """

  /// Unlike units are never added, and no amount twice that is a part of another.
  private static let commitmentTotals = """
    CREATE VIEW commitment_totals AS
    SELECT pillar.number AS pillar, made.unit, sum(made.amount) AS total,
      count(*) AS commitments
    FROM commitments AS made JOIN pillars AS pillar ON pillar.id = made.pillar
    WHERE made.amount IS NOT NULL AND made.part_of IS NULL
    GROUP BY pillar.number, made.unit ORDER BY pillar.number, made.unit;
    """

  private static let attendanceByMeeting = """
    CREATE VIEW attendance_by_meeting AS
    SELECT meeting.id, meeting.date, meeting.title,
      count(CASE WHEN presence.status = 'attended' THEN 1 END) AS attended,
      count(CASE WHEN presence.status = 'delegate' THEN 1 END) AS delegates,
      count(CASE WHEN presence.status = 'declined' THEN 1 END) AS declined,
      count(CASE WHEN presence.status = 'excluded' THEN 1 END) AS excluded
    FROM meetings AS meeting LEFT JOIN attendance AS presence ON presence.meeting = meeting.id
    GROUP BY meeting.id ORDER BY meeting.date_first;
    """
}
