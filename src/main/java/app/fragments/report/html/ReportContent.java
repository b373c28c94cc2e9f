package app.fragments.report.html;

import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.markdown.MarkdownEscape;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Everything that a page of a report shows.
///
/// @param model as stored, such as `gemini-flash-latest` or `digest`
/// @param fragments what it was woven from, `F1` first
/// @param dismissed indexes into `checks.flagged()` of the flags that the reader dismissed
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

  /// A saved report, with no flag dismissed.
  ///
  /// @param fragments its sources as they are now, in order
  public static ReportContent of(Report report, List<CitedFragment> fragments) {
    return new ReportContent(
        report.markdown(), report.period(), report.model(), fragments, report.checks(), Set.of());
  }

  /// The report's own Markdown, unchanged, followed by a list of its sources.
  public String exportMarkdown(Locale locale) {
    ReportLabels labels = new ReportLabels(locale);
    StringBuilder text = new StringBuilder(markdown.strip());
    text.append("\n\n## ").append(labels.get("sources.heading")).append("\n\n");
    for (int n = 1; n <= fragments.size(); n++) {
      String source = MarkdownEscape.line(labels.source(fragments.get(n - 1)));
      text.append("- F").append(n).append(": ").append(source).append('\n');
    }
    return text.toString();
  }

  public ReportContent withDismissed(Set<Integer> flags) {
    return new ReportContent(markdown, period, model, fragments, checks, flags);
  }
}
