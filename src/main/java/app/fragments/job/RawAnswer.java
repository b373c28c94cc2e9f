package app.fragments.job;

import app.fragments.report.ReportSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a generator answered, as it came, stored before it is processed so that a crash after the
/// answer does not pay twice.
///
/// @param markdown the answer
/// @param model what wrote it
/// @param usage what it cost, or null where it costs nothing
/// @param sources the fragments it was given, `F1` first: the answer is used again only where they
///   still say the same. A generator leaves them empty, the worker fills them in
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
