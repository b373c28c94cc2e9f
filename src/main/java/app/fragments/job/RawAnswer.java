package app.fragments.job;

import app.fragments.report.Report.ReportSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A generator's unprocessed response. Stored before it is processed, so that a job interrupted by
/// a crash does not pay for a second call.
///
/// @param model the model that wrote it
/// @param usage what it cost, or null if it was free
/// @param sources the fragments it was given, `F1` first; the response is reused only while they
///   are unchanged. Set by the worker, not by the generator
public record RawAnswer(
    String markdown, String model, @Nullable TokenUsage usage, List<ReportSource> sources) {

  public RawAnswer {
    sources = List.copyOf(sources);
  }

  public RawAnswer(String markdown, String model, @Nullable TokenUsage usage) {
    this(markdown, model, usage, List.of());
  }

  public RawAnswer withSources(List<ReportSource> fragments) {
    return new RawAnswer(markdown, model, usage, fragments);
  }
}
