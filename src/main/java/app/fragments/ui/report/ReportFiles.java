package app.fragments.ui.report;

import app.fragments.report.ReportText;
import app.fragments.report.html.ReportContent;
import app.fragments.report.html.ReportHtml;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;

/// Exports a report to files and the clipboard.
final class ReportFiles {
  private static final int LONGEST_TITLE = 80;

  private final Locale locale;
  private final ReportHtml html;

  ReportFiles(Locale locale) {
    this.locale = locale;
    html = new ReportHtml(locale);
  }

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

  /// "Weekly Progress Report, Feb 01 – Feb 07, 2026.md", valid on every system.
  static String name(ReportContent content, Format format) {
    String title = ReportText.title(content.markdown()).orElse("Report");
    String safe = title.replaceAll("[\\p{Cntrl}\\s\\\\/:*?\"<>|]+", " ").strip();
    String shortened = safe.substring(0, Math.min(safe.length(), LONGEST_TITLE)).strip();
    return shortened + ", " + content.period().label() + "." + format.extension();
  }

  String markdown(ReportContent content) {
    return content.exportMarkdown(locale);
  }

  /// HTML for pasting into a mail or a document.
  String richText(ReportContent content) {
    return html.richText(content);
  }

  /// Writes a self-contained file atomically: there is never half a file.
  ///
  /// @throws IOException if it cannot be written; an existing file stays as it was
  void save(ReportContent content, Format format, Path file) throws IOException {
    String text =
        switch (format) {
          case MARKDOWN -> content.exportMarkdown(locale);
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
