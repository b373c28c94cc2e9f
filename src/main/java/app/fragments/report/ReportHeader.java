package app.fragments.report;

import java.time.Instant;

/// What the list of reports shows of one.
public record ReportHeader(
    ReportId id,
    String title,
    String template,
    Period period,
    String model,
    int fragments,
    Instant createdAt) {}
