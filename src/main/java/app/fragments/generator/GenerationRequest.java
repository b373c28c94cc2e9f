package app.fragments.generator;

import app.fragments.journal.Entry;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import java.time.Duration;
import java.util.List;

/// @param entries the fragments, at least one; the first is `F1` in citations
/// @param timeout for the whole response
public record GenerationRequest(
    ReportTemplate template, Period period, List<Entry> entries, Duration timeout) {

  public GenerationRequest {
    entries = List.copyOf(entries);
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("No entries");
    }
  }
}
