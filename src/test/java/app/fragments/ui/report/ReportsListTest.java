package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.Report.ReportVersion;
import app.fragments.report.ReportId;
import app.fragments.ui.FakeUiServices;
import app.fragments.ui.FxThread;
import app.fragments.ui.Journal;
import app.fragments.ui.OpenWindow;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of all reports in the window.
class ReportsListTest {
  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              save(services, "r1", "Weekly Progress Report", "2026-02-02", "2026-02-07", 0, 3);
              save(services, "r2", "Monthly Summary", "2026-01-01", "2026-01-31", 6, 0);
              save(services, "r3", "Weekly Progress Report", "2026-01-26", "2026-02-01", 5, 1);
              save(services, "r4", "Self-Review", "2025-10-01", "2025-12-31", 30, 0);
            });
    window.awaitRows();
    window.await("the reports", s -> window.says("Show all 4"));
    window.clickOn("Show all 4");
    window.await("the list", s -> window.says("4 reports"));
    FxThread.settle();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void reports_are_grouped_by_the_month_in_which_their_period_ends() {
    assertThat(rows())
        .containsExactly(
            "February 2026 2", "r1", "r3", "January 2026 1", "r2", "December 2025 1", "r4");
    assertThat(texts())
        .contains(
            "Weekly Progress Report",
            "Today 12:00",
            "Feb 2 – 7, 2026 · Digest",
            "3 to check",
            "Sun 1 Feb",
            "Oct 1 – Dec 31, 2025 · Digest, edited",
            "1 to check");
    assertThat(window.says("All reports")).isTrue();
    window.clickOn("Monthly Summary");
    window.await("the page", s -> window.find(".web-view", Node.class) != null);
    FxThread.settle();
    window.shoot("reports-list-light");
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
    FxThread.settle();
    window.shoot("reports-list-dark");
  }

  @Test
  void a_click_opens_a_report_and_marks_it_as_the_current_one() {
    window.clickOn("Monthly Summary");
    window.await("marked", s -> current().equals("Monthly Summary"));
    window.clickOn("Self-Review");
    window.await("marked", s -> current().equals("Self-Review"));
  }

  @Test
  void the_search_covers_titles_and_texts() {
    type("self");
    window.await("one title", s -> rows().equals(List.of("December 2025 1", "r4")));
    type("words of r2");
    window.await("one text", s -> rows().equals(List.of("January 2026 1", "r2")));
    type("zebra");
    window.await("nothing", s -> window.says("No report contains “zebra”"));
    FxThread.run(() -> window.find("#searchReports", Node.class).requestFocus());
    window.type(KeyCode.ESCAPE);
    window.await("all", s -> rows().size() == 7);
  }

  @Test
  void the_keyboard_opens_and_deletes_with_undo() {
    FxThread.run(() -> window.find("#searchReports", Node.class).requestFocus());
    window.type(KeyCode.DOWN);
    window.type(KeyCode.DOWN);
    window.type(KeyCode.ENTER);
    window.await("the second one", s -> "r3".equals(currentId()));
    window.type(KeyCode.DELETE);
    window.await("deleted", s -> window.says("3 reports") && window.says("Report deleted"));
    window.clickOn("Undo");
    window.await("it is back", s -> window.says("4 reports"));
  }

  @Test
  void all_fragments_brings_the_fragments_back() {
    window.clickOn("All fragments");
    window.await("the fragments", s -> !window.says("4 reports") && window.says("Retro notes"));
    assertThat(window.says("Show all 4")).isTrue();
  }

  private void type(String words) {
    FxThread.run(() -> window.find("#searchReports", TextField.class).setText(words));
  }

  private List<String> rows() {
    List<String> rows = new ArrayList<>();
    for (Object row : window.find(".report-list", ListView.class).getItems()) {
      rows.add(
          switch (row) {
            case ReportRow.Month month ->
                app.fragments.journal.DateFormats.month(month.month().atDay(1))
                    + " "
                    + month.count();
            case ReportRow.Woven woven -> woven.header().id().value();
            default -> "?";
          });
    }
    return rows;
  }

  private List<String> texts() {
    return FxThread.call(
        () ->
            window.find(".report-list", ListView.class).lookupAll(".label").stream()
                .filter(Node::isVisible)
                .map(node -> ((Label) node).getText())
                .toList());
  }

  private String current() {
    Node cell = window.find(".report-cell:current .report-title", Node.class);
    return cell instanceof Label label ? label.getText() : "";
  }

  private String currentId() {
    return window.find(".report-list", ListView.class).getSelectionModel().getSelectedItem()
                instanceof ReportRow.Woven woven
            && window.find(".report-cell:current .report-title", Node.class) != null
        ? woven.header().id().value()
        : "";
  }

  private static void save(
      FakeUiServices services,
      String id,
      String title,
      String from,
      String to,
      int daysAgo,
      int claims) {
    Instant woven = services.now.minusSeconds(daysAgo * 86_400L);
    List<Flag> flags = new ArrayList<>();
    for (int i = 0; i < claims; i++) {
      flags.add(new Flag(FlagKind.NUMBER, "4" + i, 3, 1, "41"));
    }
    services.reports.save(
        new Report(
            new ReportId(id),
            FakeUiServices.USER,
            title,
            title.startsWith("Weekly") ? "weekly-progress" : "other",
            new Period(LocalDate.parse(from), LocalDate.parse(to)),
            "digest",
            List.of(
                new ReportVersion(
                    1,
                    "# " + title + "\n\nThe words of " + id + ".",
                    id.equals("r4") ? ReportVersion.Origin.EDITED : ReportVersion.Origin.WOVEN,
                    woven)),
            List.of(new ReportSource(EntryId.create(), 1, "x")),
            new CheckResult(flags, List.of()),
            woven,
            null));
  }
}
