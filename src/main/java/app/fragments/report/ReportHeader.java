package app.fragments.report;

import java.time.Instant;

/// A report as the list of reports shows it.
///
/// @param fragments how many it was woven from
public record ReportHeader(
    ReportId id,
    String title,
    String template,
    Period period,
    String model,
    int fragments,
    Instant createdAt) {}
