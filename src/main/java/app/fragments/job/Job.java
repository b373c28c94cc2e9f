package app.fragments.job;

import app.fragments.journal.Selection;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportVersion;
import app.fragments.report.Report.ReportVersion.Origin;
import app.fragments.report.ReportId;
import app.fragments.report.ReportText;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The record of a job: authoritative for its outcome. All times are by the store's clock.
///
/// @param template the id of the report template
/// @param notBefore when it may start, or null for at once
/// @param fencingToken that of the last lease under which it ran, 0 before the first
/// @param attempts how many runs have failed
/// @param maxAttempts how many runs may fail
/// @param recoveries how many runs ended because their worker died
/// @param rawAnswer the generator's response, not processed yet, or null
/// @param result null unless it is completed
/// @param failure null unless it failed
/// @param retryOf the failed job that this one repeats, or null
/// @param worker the worker that runs it or last did, or null
/// @param startedAt when it was first claimed, or null
/// @param completedAt when it reached a terminal status, or null
public record Job(
    JobId id,
    String userId,
    Selection selection,
    String template,
    JobOptions options,
    Priority priority,
    @Nullable Instant notBefore,
    JobStatus status,
    long fencingToken,
    int attempts,
    int maxAttempts,
    int recoveries,
    Progress progress,
    @Nullable RawAnswer rawAnswer,
    @Nullable JobResult result,
    @Nullable Failure failure,
    @Nullable JobId retryOf,
    @Nullable String worker,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Instant updatedAt) {

  /// The report of a completed job, or empty.
  public Optional<Report> report() {
    return Optional.ofNullable(result)
        .map(done -> report(done, Objects.requireNonNullElse(completedAt, updatedAt)));
  }

  /// The report that this job completes with.
  public Report report(JobResult result, Instant wovenAt) {
    return new Report(
        new ReportId(id.value()),
        userId,
        ReportText.title(result.markdown()).orElse("Report"),
        template,
        result.period(),
        result.model(),
        List.of(new ReportVersion(1, result.markdown(), Origin.WOVEN, wovenAt)),
        result.sources(),
        result.checks(),
        wovenAt,
        null);
  }
}
