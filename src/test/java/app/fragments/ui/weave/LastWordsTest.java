package app.fragments.ui.weave;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.ReportHeader;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Weaving right after typing, in the real window.
class LastWordsTest {
  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window = new OpenWindow(folder, services -> Journal.fill(services.entries));
    window.awaitRows();
    window.clickOn("Stand-up");
    FxThread.await("open", () -> window.editorText().startsWith("Blocked"));
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
    window.await("the week to be selected", s -> window.says("10 fragments, all selected"));
    FxThread.run(() -> window.find(".editor-text", Node.class).requestFocus());
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_report_contains_what_was_just_typed() {
    window.write("Zelda says so. ");
    window.type(KeyCode.CONTROL, KeyCode.ENTER);

    window.await("a report", s -> !reports().isEmpty());
    Report report =
        window
            .services
            .reports()
            .find(FakeUiServices.USER, reports().getFirst().id())
            .orElseThrow();
    Entry written = entry();
    assertThat(written.text()).contains("Zelda");
    assertThat(report.sources())
        .filteredOn(source -> source.entryId().equals(written.id()))
        .extracting(ReportSource::digest)
        .containsExactly(written.contentDigest());
  }

  @Test
  void an_unreachable_store_is_reported_and_keeps_the_selection() {
    window.services.entries.setUnavailable(true);
    window.write("Zelda says so. ");
    window.type(KeyCode.CONTROL, KeyCode.ENTER);

    window.await("the message", s -> window.says("Your selection is kept"));
    assertThat(reports()).isEmpty();
    window.services.entries.setUnavailable(false);
    window.await("saved", s -> entry().text().contains("Zelda"));
    window.type(KeyCode.CONTROL, KeyCode.ENTER);
    window.await("a report", s -> !reports().isEmpty());
  }

  private List<ReportHeader> reports() {
    return window.services.reports().list(FakeUiServices.USER, 5);
  }

  private Entry entry() {
    return window.services.all().stream()
        .filter(entry -> entry.title().equals("Stand-up"))
        .findFirst()
        .orElseThrow();
  }
}
