package app.fragments.report.html;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.Excerpt;
import app.fragments.report.BidiIsolation;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.markdown.Markdown;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

  /// The report's own Markdown, with its direction controls closed, followed by a list of its
  /// sources.
  public String exportMarkdown(Locale locale) {
    ReportLabels labels = new ReportLabels(locale);
    StringBuilder text = new StringBuilder(BidiIsolation.closeLines(markdown.strip()));
    text.append("\n\n## ").append(labels.get("sources.heading")).append("\n\n");
    for (int n = 1; n <= fragments.size(); n++) {
      String source = Markdown.escapeLine(labels.source(fragments.get(n - 1)));
      text.append("- F").append(n).append(": ").append(source).append('\n');
    }
    return text.toString();
  }

  public ReportContent withDismissed(Set<Integer> flags) {
    return new ReportContent(markdown, period, model, fragments, checks, flags);
  }

  /// A fragment that a report was woven from, as its page shows it.
  ///
  /// @param title its title or first words; empty if it is gone
  /// @param day null if it is gone or could not be read
  public record CitedFragment(EntryId id, String title, @Nullable LocalDate day) {
    private static final int MAX_EXCERPT = 60;

    public static CitedFragment of(Entry entry) {
      String title = entry.title().isBlank() ? shortened(Excerpt.of(entry.text())) : entry.title();
      return new CitedFragment(entry.id(), title.strip(), entry.date());
    }

    /// A fragment that is no longer in the journal.
    public static CitedFragment gone(EntryId id) {
      return new CitedFragment(id, "", null);
    }

    private static String shortened(String excerpt) {
      if (excerpt.length() <= MAX_EXCERPT) {
        return excerpt;
      }
      int space = excerpt.lastIndexOf(' ', MAX_EXCERPT);
      return excerpt.substring(0, space > MAX_EXCERPT / 2 ? space : MAX_EXCERPT) + " …";
    }
  }
}
