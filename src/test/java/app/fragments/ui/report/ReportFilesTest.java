package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.html.ReportContent;
import app.fragments.ui.report.ReportFiles.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportFilesTest {
  private final ReportFiles files = new ReportFiles(Locale.ENGLISH);
  @TempDir Path folder;

  @Test
  void a_file_is_written_atomically_without_leftovers() throws IOException {
    Path file = folder.resolve("week.md");
    Files.writeString(file, "the week before");

    files.save(content("# A week\n\nAll went well."), Format.MARKDOWN, file);

    assertThat(file).content().startsWith("# A week").contains("All went well.");
    try (var all = Files.list(folder)) {
      assertThat(all).containsExactly(file);
    }
  }

  @Test
  void a_web_page_is_self_contained() throws IOException {
    Path file = folder.resolve("week.html");

    files.save(content("# A week\n\nAll went well."), Format.HTML, file);

    assertThat(file).content().contains("<style>", "All went well.").doesNotContain("<script");
  }

  @Test
  void a_failed_write_throws() {
    Path file = folder.resolve("missing").resolve("week.md");

    assertThatThrownBy(() -> files.save(content("# A week"), Format.MARKDOWN, file))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_file_name_is_valid_on_every_system() {
    assertThat(ReportFiles.name(content("# Q1/Q2: \"what\" went on?"), Format.HTML))
        .isEqualTo("Q1 Q2 what went on, Feb 1 – 7, 2026.html")
        .doesNotContain("/", ":", "\"", "?");
  }

  private static ReportContent content(String markdown) {
    Period period = new Period(LocalDate.of(2026, 2, 1), LocalDate.of(2026, 2, 7));
    return new ReportContent(markdown, period, "digest", List.of(), CheckResult.NONE, Set.of());
  }
}
