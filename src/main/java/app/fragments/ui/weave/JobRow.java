package app.fragments.ui.weave;

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
/// @param id its name
/// @param template the short name of its report template
/// @param fragments how many it weaves
/// @param period the days they cover, or null where that is not known yet
/// @param status where it is
/// @param progress how far it is
/// @param generator the generator that was asked for, or null for the worker's default
/// @param attempts runs that failed so far
/// @param failure why it failed, or null
/// @param elapsed how long it has run, or null where it has not been started
/// @param createdAt when it was submitted
/// @param untaken how long it has waited without anybody taking it, as far as this window has seen
public record JobRow(
    JobId id,
    String template,
    int fragments,
    @Nullable Period period,
    JobStatus status,
    Progress progress,
    @Nullable String generator,
    int attempts,
    @Nullable FailureKind failure,
    @Nullable Duration elapsed,
    Instant createdAt,
    Duration untaken) {

  static JobRow of(Job job, @Nullable Period period, @Nullable Duration elapsed, Duration untaken) {
    return new JobRow(
        job.id(),
        ReportTemplate.find(job.template()).map(ReportTemplate::name).orElse(job.template()),
        job.selection().size(),
        job.completion() == null ? period : job.completion().period(),
        job.status(),
        job.progress(),
        job.options().generator(),
        job.attempts(),
        job.failure() == null ? null : job.failure().kind(),
        elapsed,
        job.createdAt(),
        untaken);
  }

  public boolean isLive() {
    return !status.isTerminal();
  }

  /// Whether an AI was asked for, so that the digest is another way out.
  public boolean byAi() {
    return !GeneratorOption.DIGEST.equals(generator);
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
    return new JobRow(
        id,
        template,
        fragments,
        period,
        status,
        newProgress,
        generator,
        attempts,
        failure,
        elapsed,
        createdAt,
        untaken);
  }
}
