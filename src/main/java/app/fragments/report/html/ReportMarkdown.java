package app.fragments.report.html;

import app.fragments.report.markdown.MarkdownEscape;
import java.util.Locale;

/// A report as a Markdown file that stands for itself: its text, and what `F1 … Fn` are.
public final class ReportMarkdown {
  private final ReportLabels words;

  /// @param locale the user's
  public ReportMarkdown(Locale locale) {
    this.words = new ReportLabels(locale);
  }

  /// The report's own Markdown, unchanged, and a list of its sources.
  public String export(ReportContent content) {
    StringBuilder text = new StringBuilder(content.markdown().strip());
    text.append("\n\n## ").append(words.get("sources.heading")).append("\n\n");
    int number = 0;
    for (CitedFragment fragment : content.fragments()) {
      number++;
      text.append("- F").append(number).append(": ");
      text.append(MarkdownEscape.line(words.source(fragment))).append('\n');
    }
    return text.toString();
  }
}
