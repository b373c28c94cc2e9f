package app.fragments.job;

import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report.ReportSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The result of a completed job.
///
/// @param period the days it covers
/// @param model the model that wrote it
/// @param usage what it cost, or null if it was free
/// @param checks the outcome of the local checks
/// @param sources the fragments as they were then, `F1` first
public record JobResult(
    String markdown,
    Period period,
    String model,
    @Nullable TokenUsage usage,
    CheckResult checks,
    List<ReportSource> sources) {

  public JobResult {
    sources = List.copyOf(sources);
  }
}
