package app.fragments.report.html;

import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report;
import java.util.List;
import java.util.Set;

/// All that a page of a report shows.
///
/// @param markdown the report with its citations
/// @param period the days it covers
/// @param model what wrote it, as its record names it, such as `gemini-flash-latest` or `digest`
/// @param fragments what it was woven from, `F1` first
/// @param checks what the local checks say of it
/// @param dismissed places in `checks.flagged()`, from 0, of flags that the reader waved through
public record ReportContent(
    String markdown,
    Period period,
    String model,
    List<CitedFragment> fragments,
    CheckResult checks,
    Set<Integer> dismissed) {

  public ReportContent {
    fragments = List.copyOf(fragments);
    dismissed = Set.copyOf(dismissed);
  }

  /// A kept report, with no flag dismissed.
  ///
  /// @param fragments what its sources are now, in their order
  public static ReportContent of(Report report, List<CitedFragment> fragments) {
    return new ReportContent(
        report.markdown(), report.period(), report.model(), fragments, report.checks(), Set.of());
  }

  public ReportContent withDismissed(Set<Integer> flags) {
    return new ReportContent(markdown, period, model, fragments, checks, flags);
  }
}
