package app.fragments.generator;

import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.util.List;

/// What a generator is asked for.
///
/// @param template the kind of report
/// @param period the days the entries cover
/// @param entries the fragments, at least one; the first is `F1` in citations
/// @param timeout how long the whole answer may take
public record GenerationRequest(
    ReportTemplate template, Period period, List<Entry> entries, Duration timeout) {

  public GenerationRequest {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("Nothing to weave from");
    }
  }
}
