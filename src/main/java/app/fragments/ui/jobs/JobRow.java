package app.fragments.ui.jobs;

import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.Progress;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One job as the window shows it.
///
/// @param job its record
/// @param period the days it covers, or null where that is not known yet
/// @param progress how far it is, which this window may know before the record does
/// @param elapsed how long it has run, or null where it has not been started
/// @param waiting why it is not being woven yet
/// @param place where it is being woven
public record JobRow(
    Job job,
    @Nullable Period period,
    Progress progress,
    @Nullable Duration elapsed,
    WaitReason waiting,
    RunLocation place) {
  /// The name of the generator that needs no AI.
  public static final String DIGEST = "digest";

  public JobId id() {
    return job.id();
  }

  /// The short name of its report template.
  public String template() {
    return ReportTemplate.find(job.template()).map(ReportTemplate::name).orElse(job.template());
  }

  /// How many it weaves.
  public int fragments() {
    return job.selection().size();
  }

  public JobStatus status() {
    return job.status();
  }

  /// Why it failed, or null.
  public @Nullable FailureKind failure() {
    return job.failure() == null ? null : job.failure().kind();
  }

  public Instant createdAt() {
    return job.createdAt();
  }

  public boolean isLive() {
    return !job.status().isTerminal();
  }

  /// Whether an AI was asked for, so that the digest is another way out.
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
    return new JobRow(job, period, newProgress, elapsed, waiting, place);
  }
}
