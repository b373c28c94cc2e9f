package app.fragments.report;

import java.time.Instant;

/// A report as the list of reports shows it.
///
/// @param fragments how many it was woven from
/// @param claims how many claims of the newest version the fragments don't support
/// @param edited whether a person saved the newest version
public record ReportHeader(
    ReportId id,
    String title,
    String template,
    Period period,
    String model,
    int fragments,
    int claims,
    boolean edited,
    Instant createdAt) {
  public static ReportHeader of(Report report) {
    return new ReportHeader(
        report.id(),
        report.title(),
        report.template(),
        report.period(),
        report.model(),
        report.sources().size(),
        report.checks().flagged().size(),
        report.current().origin() == Report.ReportVersion.Origin.EDITED,
        report.createdAt());
  }
}
