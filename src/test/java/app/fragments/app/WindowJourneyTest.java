package app.fragments.app;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.exchange.SampleJournal;
import app.fragments.generator.gemini.FakeAnswer;
import app.fragments.generator.gemini.FakeGemini;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.settings.Environment;
import app.fragments.settings.Settings;
import app.fragments.settings.Settings.WindowState;
import app.fragments.ui.FxThread;
import app.fragments.ui.OpenWindow;
import app.fragments.ui.Screens;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.editor.text.MarkdownArea;
import app.fragments.ui.shell.MainWindow;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/// The main user journey in the real window: the real wiring, the built-in store on disk, real
/// polling, and Gemini's wire format over the loopback interface.
class WindowJourneyTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 2, 6, 18, 0, 0, 0, ZoneOffset.UTC);

  @TempDir Path folder;
  private final FxRobot robot = new FxRobot();
  private final Map<String, String> environment = new HashMap<>();
  private FakeGemini gemini;
  private AppWiring program;
  private UiServices services;
  private Stage stage;
  private MainWindow window;

  @BeforeEach
  void open() {
    FxThread.start();
    gemini = FakeGemini.start();
    environment.put("FRAGMENTS_HOME", folder.toString());
    environment.put("FRAGMENTS_USER", "tester");
    environment.put("GEMINI_API_KEY", "the-secret-key");
    environment.put("GEMINI_BASE_URL", gemini.baseUrl());
    program =
        AppWiring.open(new Environment(environment), Clock.fixed(NOW.toInstant(), ZoneOffset.UTC));
    services = program.forWindow();
    services.saveSettings(
        Settings.DEFAULT.with(
            copy -> {
              copy.askBeforeSending = false;
              copy.theme = Settings.Theme.LIGHT;
              copy.window = new WindowState(0, 0, 1440, 900, false, 236, 396);
            }));
    services.entries().saveAll(new SampleJournal().entries("tester", NOW));
    stage = FxThread.call(Stage::new);
    window = FxThread.call(() -> new MainWindow(stage, services, address -> {}));
    FxThread.run(window::show);
    FxThread.settle();
    // The headless platform cannot draw a window that extends beyond its screen. An earlier test's
    // window may have done so briefly, and TestFX would blame this test.
    WaitForAsyncUtils.clearExceptions();
    FxThread.await("the journal", () -> shows("Shipped the importer"));
  }

  @AfterEach
  void close() {
    FxThread.run(window::close);
    FxThread.await("the window to close", () -> !stage.isShowing());
    program.close();
    gemini.close();
  }

  @Test
  void a_week_is_selected_and_woven_and_a_citation_leads_back_to_its_fragment() throws Exception {
    gemini.answer(FakeAnswer.inventedNumber());

    selectThisWeek();
    click("#weave");

    FxThread.await("the checked report", () -> reportText().contains("1 claim to check"));
    Job job = services.jobs().list("tester", Set.of(), 10).getFirst();
    assertThat(job.status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(job.attempts()).isZero();
    assertThat(services.reports().list("tester", 10)).hasSize(1);
    assertThat(FxThread.call(this::reportText)).contains("“45 %” is not in your fragments.");
    assertThat(gemini.lastRequest().body()).doesNotContain("the-secret-key");
    FxThread.settle();
    FxThread.run(() -> Screens.write(stage.getScene(), "journey-report-light"));

    FxThread.run(
        () -> engine().executeScript("document.querySelector(\"a[href='fragment:1']\").click()"));
    FxThread.await(
        "the cited fragment",
        () ->
            lookup(".editor-text", MarkdownArea.class) != null
                && !lookup(".editor-text", MarkdownArea.class).getText().isEmpty());
    FxThread.await("the report in the sidebar", () -> shows("Reports"));
  }

  @Test
  void a_refused_key_is_reported_and_a_retry_weaves_the_report() throws Exception {
    gemini.answer(FakeAnswer.named("wrongkey"), FakeAnswer.report());

    selectThisWeek();
    click("#weave");
    FxThread.await("the failure", () -> shows("Gemini rejected the key."));
    FxThread.settle();
    FxThread.run(() -> Screens.write(stage.getScene(), "journey-failed-light"));
    FxThread.run(() -> button("Retry").fire());

    FxThread.await("the report", () -> reportText().contains("Weekly Progress Report"));
    List<Job> jobs = services.jobs().list("tester", Set.of(), 10);
    assertThat(jobs)
        .extracting(Job::status)
        .containsExactlyInAnyOrder(JobStatus.COMPLETED, JobStatus.FAILED);
    Job retried =
        jobs.stream().filter(job -> job.status() == JobStatus.COMPLETED).findFirst().orElseThrow();
    Job failed =
        jobs.stream().filter(job -> job.status() == JobStatus.FAILED).findFirst().orElseThrow();
    assertThat(retried.retryOf()).isEqualTo(failed.id());
  }

  @Test
  void a_cancelled_job_ends_its_call_and_keeps_the_selection() throws Exception {
    gemini.answer(FakeAnswer.silentAfterBeginning());

    selectThisWeek();
    click("#weave");
    assertThat(gemini.awaitRequest(Duration.ofSeconds(10))).isTrue();
    FxThread.await("the job strip", () -> lookup("#runningPane", Node.class).isVisible());
    click("#cancel");

    assertThat(gemini.awaitHangUp(Duration.ofSeconds(10))).isTrue();
    FxThread.await(
        "the record",
        () -> services.jobs().list("tester", Set.of(JobStatus.CANCELLED), 10).size() == 1);
    assertThat(services.reports().list("tester", 10)).isEmpty();
  }

  private void selectThisWeek() {
    click("#thisWeek");
    FxThread.await("this week alone", () -> !shows("23 Jan"));
    click("#all");
    FxThread.await("the weave bar", () -> lookup("#readyPane", Node.class).isVisible());
  }

  private void click(String selector) {
    FxThread.settle();
    robot.clickOn(lookup(selector, Node.class));
    FxThread.settle();
  }

  private <T extends Node> T lookup(String selector, Class<T> type) {
    return type.cast(stage.getScene().lookup(selector));
  }

  private ButtonBase button(String text) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .filter(node -> node instanceof ButtonBase b && text.equals(b.getText()))
        .map(ButtonBase.class::cast)
        .filter(Node::isVisible)
        .findFirst()
        .orElseThrow(() -> new AssertionError("No button says " + text));
  }

  private boolean shows(String text) {
    return stage.getScene().getRoot().lookupAll("*").stream()
        .anyMatch(node -> node.isVisible() && OpenWindow.words(node).contains(text));
  }

  private WebEngine engine() {
    return ((WebView) stage.getScene().lookup(".web-view")).getEngine();
  }

  private String reportText() {
    Node view = stage.getScene().lookup(".web-view");
    return view == null
        ? ""
        : String.valueOf(engine().executeScript("document.body ? document.body.innerText : ''"));
  }
}
