package app.fragments.job;

import app.fragments.journal.Selection;
import app.fragments.report.Report;
import app.fragments.report.ReportId;
import app.fragments.report.ReportText;
import app.fragments.report.ReportVersion;
import app.fragments.report.ReportVersion.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The record of a job: the truth of its outcome.
///
/// @param id its name
/// @param userId whose it is
/// @param selection what it weaves from
/// @param template the id of the report template
/// @param options what the user chose
/// @param priority how urgent it is
/// @param notBefore when it may start, or null for at once; by the store's clock, as all times
/// @param status where it is
/// @param fencingToken the fence of the last lease that worked on it, 0 before the first
/// @param attempts runs that ended in a failure of their own
/// @param maxAttempts how many of those it may have
/// @param recoveries runs whose worker vanished
/// @param progress how far it is
/// @param rawAnswer what the generator answered, not processed yet, or null
/// @param completion the result of a completed job, else null
/// @param failure why a failed job failed, else null
/// @param retryOf the job that this one tries again, or null
/// @param worker who works on it or last did, or null
/// @param createdAt when it was submitted; this and the rest by the store's clock
/// @param startedAt when it was first claimed, or null
/// @param completedAt when it reached a terminal status, or null
/// @param updatedAt when the record last changed
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
    @Nullable JobResult completion,
    @Nullable Failure failure,
    @Nullable JobId retryOf,
    @Nullable String worker,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant completedAt,
    Instant updatedAt) {

  /// The report of a completed job, or empty.
  public Optional<Report> report() {
    if (completion == null) {
      return Optional.empty();
    }
    Instant wovenAt = completedAt == null ? updatedAt : completedAt;
    return Optional.of(
        new Report(
            new ReportId(id.value()),
            userId,
            ReportText.title(completion.markdown()).orElse("Report"),
            template,
            completion.period(),
            completion.model(),
            List.of(new ReportVersion(1, completion.markdown(), Origin.WOVEN, wovenAt)),
            completion.sources(),
            completion.checks(),
            wovenAt,
            null));
  }
}
