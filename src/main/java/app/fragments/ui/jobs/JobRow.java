package app.fragments.ui.jobs;

import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.Progress;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One job as the window shows it.
///
/// @param period the days it covers, or null if unknown yet
/// @param progress may be newer than that of the record
/// @param elapsed how long it has run, or null if it was not started
public record JobRow(
    Job job,
    @Nullable Period period,
    Progress progress,
    @Nullable Duration elapsed,
    WaitReason waiting,
    QueueStatus.Location location) {
  /// The name of the generator that needs no AI.
  public static final String DIGEST = "digest";

  public JobId id() {
    return job.id();
  }

  /// The short name of the report template.
  public String template() {
    return ReportTemplate.find(job.template()).map(ReportTemplate::name).orElse(job.template());
  }

  public int fragments() {
    return job.selection().size();
  }

  public JobStatus status() {
    return job.status();
  }

  public @Nullable FailureKind failure() {
    return job.failure() == null ? null : job.failure().kind();
  }

  public boolean isLive() {
    return !job.status().isTerminal();
  }

  /// Whether an AI was to write the report, so that a digest is an alternative.
  public boolean byAi() {
    return !DIGEST.equals(job.options().generator());
  }

  /// How much of it is done, from 0 to 1.
  public double fraction() {
    double written = progress.total() == 0 ? 0 : (double) progress.done() / progress.total();
    return switch (progress.stage()) {
      case WAITING -> 0;
      case READING -> 0.02;
      case THINKING -> 0.05;
      case WRITING -> Math.clamp(written, 0.05, 0.97);
      case CHECKING -> 0.98;
    };
  }

  JobRow withProgress(Progress newProgress) {
    return new JobRow(job, period, newProgress, elapsed, waiting, location);
  }
}
