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
import java.util.Objects;

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
    MARKDOWN,
    HTML;

    String extension() {
      return this == MARKDOWN ? "md" : "html";
    }
  }

  /// "Weekly Progress Report, Feb 1 – 7, 2026.md", valid on every system.
  static String name(ReportContent content, Format format) {
    String title = ReportText.title(content.markdown()).orElse("Report");
    String safe = title.replaceAll("[\\p{Cntrl}\\s\\\\/:*?\"<>|]+", " ").strip();
    String shortened = safe.substring(0, Math.min(safe.length(), LONGEST_TITLE)).strip();
    return shortened + ", " + content.period().label() + "." + format.extension();
  }

  /// The whole file; HTML is self-contained.
  String text(ReportContent content, Format format) {
    return switch (format) {
      case MARKDOWN -> content.exportMarkdown(locale);
      case HTML -> html.export(content);
    };
  }

  /// HTML for pasting into a mail or a document.
  String richText(ReportContent content) {
    return html.richText(content);
  }

  /// Writes a file atomically: there is never half a file.
  ///
  /// @throws IOException if it cannot be written; an existing file stays as it was
  void save(ReportContent content, Format format, Path file) throws IOException {
    String text = text(content, format);
    Path target = file.toAbsolutePath();
    Path folder = Objects.requireNonNullElse(target.getParent(), target);
    Path unfinished = Files.createTempFile(folder, ".fragments", ".part");
    try {
      Files.writeString(unfinished, text);
      Files.move(
          unfinished, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(unfinished, target, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }
}
