package app.fragments.ui.report;

import app.fragments.report.ReportText;
import app.fragments.report.html.ReportContent;
import app.fragments.report.html.ReportHtml;
import app.fragments.report.html.ReportMarkdown;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// A report as a file, or as what the clipboard holds.
final class ReportFiles {
  private static final int LONGEST_TITLE = 80;

  private final ReportMarkdown markdown;
  private final ReportHtml html;

  ReportFiles(Locale locale) {
    markdown = new ReportMarkdown(locale);
    html = new ReportHtml(locale);
  }

  /// The kinds of file that a report can be saved as.
  enum Format {
    MARKDOWN("md"),
    HTML("html");

    private final String extension;

    Format(String extension) {
      this.extension = extension;
    }

    String extension() {
      return extension;
    }
  }

  /// "Weekly Progress Report, Feb 01 – Feb 07, 2026.md": a name that every system takes.
  static String name(ReportContent content, Format format) {
    String title = ReportText.title(content.markdown()).orElse("Report");
    String safe = title.replaceAll("[\\p{Cntrl}\\s\\\\/:*?\"<>|]+", " ").strip();
    String shortened = safe.substring(0, Math.min(safe.length(), LONGEST_TITLE)).strip();
    return shortened + ", " + content.period().label() + "." + format.extension();
  }

  String markdown(ReportContent content) {
    return markdown.export(content);
  }

  /// HTML for pasting into a mail or a document.
  String richText(ReportContent content) {
    return html.richText(content);
  }

  /// Writes a file that stands for itself. Whoever looks at the place sees the old file or the new
  /// one, never half of it.
  ///
  /// @throws IOException where it cannot be written; the file that was there is as it was
  void save(ReportContent content, Format format, Path file) throws IOException {
    String text =
        switch (format) {
          case MARKDOWN -> markdown.export(content);
          case HTML -> html.export(content);
        };
    Path target = file.toAbsolutePath();
    Path folder = target.getParent();
    Path unfinished = Files.createTempFile(folder == null ? target : folder, ".fragments", ".part");
    try {
      Files.writeString(unfinished, text);
      move(unfinished, target);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  private static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
