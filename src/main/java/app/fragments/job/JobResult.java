package app.fragments.job;

import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.ReportSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a job ends with when it succeeds.
///
/// @param markdown the report
/// @param period the days it covers
/// @param model what wrote it
/// @param usage what it cost, or null where it costs nothing
/// @param checks what the local checks say
/// @param sources the fragments as they were, `F1` first
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
