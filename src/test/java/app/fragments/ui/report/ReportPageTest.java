package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.Report.ReportVersion;
import app.fragments.report.ReportId;
import app.fragments.settings.Settings;
import app.fragments.ui.FxThread;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.parts.Week;
import app.fragments.ui.parts.WindowFixture;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.scene.web.WebEngine;
import javafx.scene.web.WebView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/// The page in the real WebView: what its links do and what it must not do.
class ReportPageTest {
  private static final ReportId ID = new ReportId("r1");
  private static final String HOSTILE =
      """

      <script>document.title = 'ran'</script>
      <img src="http://127.0.0.1:9/x.png" onerror="document.title = 'ran'">

      [out](https://example.org/page) [script](javascript:document.title='ran')

      Went live \uD83D\uDE00.
      """;

  private static final String COLUMN_LEFT =
      "document.querySelector('main').getBoundingClientRect().left";

  private WindowFixture world;
  private ReportModule part;
  private StackPane holder;

  @BeforeEach
  void open() throws Exception {
    Stage stage = FxToolkit.registerPrimaryStage();
    FxThread.run(
        () -> {
          world = new WindowFixture();
          keep(Week.REPORT + HOSTILE);
          part = new ReportModule(world.context, new ScreenLoader(world.messages));
          holder = new StackPane(part.pane());
          Scene scene = new Scene(holder, 800, 400);
          world.theming.style(scene);
          stage.setScene(scene);
          stage.show();
        });
    assertThat(FxThread.call(() -> holder.lookup(".web-view")))
        .as("WebView before the first report")
        .isNull();
    FxThread.run(() -> part.model().open(ID));
    FxThread.await("a page", () -> engine().filter(e -> e.getDocument() != null).isPresent());
    FxThread.await("its text", () -> text().contains("Weekly Progress Report"));
    FxThread.settle();
  }

  @AfterEach
  void close() {
    FxThread.run(() -> world.close());
  }

  @Test
  void nothing_in_a_report_runs_or_loads() {
    WebEngine engine = FxThread.call(() -> engine().orElseThrow());

    assertThat(FxThread.call(engine::isJavaScriptEnabled)).isFalse();
    assertThat(FxThread.call(engine::getTitle)).isEqualTo("Weekly Progress Report");
    assertThat(FxThread.call(() -> engine.executeScript("document.images.length"))).isEqualTo(0);
    assertThat(FxThread.call(() -> engine.executeScript("document.scripts.length"))).isEqualTo(0);
    assertThat(
            FxThread.call(
                () ->
                    engine.executeScript(
                        "document.querySelector('meta[http-equiv]').getAttribute('content')")))
        .asString()
        .contains("default-src 'none'");
  }

  /// Loading a page and updating it are different code paths in the engine.
  @Test
  void an_emoji_survives_loading_and_updating_the_page() {
    assertThat(FxThread.call(this::text)).contains("Went live \uD83D\uDE00.");

    click("a[href='dismiss:0']");

    FxThread.await("the note is gone", () -> !text().contains("Dismiss"));
    assertThat(FxThread.call(this::text)).contains("Went live \uD83D\uDE00.");
  }

  @Test
  void an_emoji_is_in_colour_and_still_a_character() {
    FxThread.run(
        () ->
            engine()
                .orElseThrow()
                .executeScript("document.querySelector('.emoji').scrollIntoView()"));
    FxThread.await("its yellow", () -> yellow(holder.snapshot(null, null)) > 50);
    assertThat(
            FxThread.call(
                () ->
                    engine()
                        .orElseThrow()
                        .executeScript("document.querySelector('.emoji').textContent")))
        .isEqualTo("\uD83D\uDE00");
  }

  private static int yellow(WritableImage shot) {
    int count = 0;
    for (int x = 0; x < shot.getWidth(); x++) {
      for (int y = 0; y < shot.getHeight(); y++) {
        Color pixel = shot.getPixelReader().getColor(x, y);
        count += pixel.getSaturation() > 0.6 && Math.abs(pixel.getHue() - 48) < 8 ? 1 : 0;
      }
    }
    return count;
  }

  @Test
  void the_column_is_centred_with_or_without_a_scroll_bar() {
    Object left = FxThread.call(() -> engine().orElseThrow().executeScript(COLUMN_LEFT));
    assertThat(((Number) left).doubleValue()).isEqualTo((800 - 660) / 2.0);
    assertThat(
            FxThread.call(
                () -> engine().orElseThrow().executeScript("document.documentElement.clientWidth")))
        .as("it has a scroll bar")
        .isNotEqualTo(800);
  }

  @Test
  void a_click_on_a_citation_opens_the_fragment_at_the_passage() {
    click("a[href='fragment:6']");

    assertThat(world.navigator.calls).containsExactly("entry");
    assertThat(world.navigator.entry).isEqualTo(world.week.get(5).id());
    assertThat(world.week.get(5).text()).contains(world.navigator.passage);
  }

  @Test
  void a_web_link_goes_to_the_browser_and_the_page_stays() {
    click("a[href='https://example.org/page']");

    assertThat(world.navigator.calls).containsExactly("browse https://example.org/page");
    assertThat(FxThread.call(() -> engine().orElseThrow().getLocation())).isNullOrEmpty();
    assertThat(FxThread.call(this::text)).contains("Weekly Progress Report");
  }

  @Test
  void dismissing_a_flag_keeps_the_scroll_position() {
    assertThat(FxThread.call(this::text)).contains("Dismiss");
    FxThread.run(() -> engine().orElseThrow().executeScript("window.scrollTo(0, 60)"));

    click("a[href='dismiss:0']");

    FxThread.await("the note is gone", () -> !text().contains("Dismiss"));
    assertThat(FxThread.call(() -> engine().orElseThrow().executeScript("window.pageYOffset")))
        .isEqualTo(60);
  }

  @Test
  void another_theme_recolours_the_page_in_place() {
    String light = FxThread.call(this::background);
    FxThread.run(() -> engine().orElseThrow().executeScript("window.scrollTo(0, 60)"));

    FxThread.run(() -> world.theming.apply(Settings.Theme.DARK, 100));

    FxThread.await("other colours", () -> !background().equals(light));
    assertThat(FxThread.call(() -> engine().orElseThrow().executeScript("window.pageYOffset")))
        .isEqualTo(60);
  }

  @Test
  void find_counts_and_marks_all_matches_and_goes_through_them() {
    String before = FxThread.call(this::text);
    FxThread.run(() -> part.find());
    find("42  ms");
    assertThat(label(".find-count")).isEqualTo("1 of 2");
    assertThat(script("document.querySelectorAll('mark').length")).isEqualTo(2);
    assertThat(script("document.querySelector('mark.current').textContent")).isEqualTo("42 ms");

    press(KeyCode.ENTER, false);
    assertThat(label(".find-count")).isEqualTo("2 of 2");
    press(KeyCode.ENTER, true);
    press(KeyCode.ENTER, true);
    assertThat(label(".find-count")).isEqualTo("2 of 2");

    find("no such words");
    assertThat(label(".find-count")).isEqualTo("No matches");
    assertThat(script("document.querySelectorAll('mark').length")).isEqualTo(0);
    press(KeyCode.ESCAPE, false);
    assertThat(FxThread.call(() -> holder.lookup(".find-bar").isVisible())).isFalse();
    assertThat(FxThread.call(this::text)).isEqualTo(before);
  }

  @Test
  void a_match_may_reach_over_bold_words_and_is_scrolled_to() {
    FxThread.run(() -> part.find());
    find("went LIVE \uD83D\uDE00");

    assertThat(label(".find-count")).isEqualTo("1 of 1");
    assertThat(number("document.querySelector('mark').getBoundingClientRect().bottom"))
        .isBetween(0.0, 400.0);
    press(KeyCode.ESCAPE, false);
    assertThat(number("window.pageYOffset")).as("back where the user was").isZero();

    FxThread.run(() -> part.find());
    press(KeyCode.ENTER, false);
    press(KeyCode.ESCAPE, false);
    assertThat(number("window.pageYOffset")).as("after Enter, at the match").isPositive();
  }

  @Test
  void matches_stay_marked_when_the_page_changes() {
    FxThread.run(() -> part.find());
    find("42 ms");
    click("a[href='dismiss:0']");

    FxThread.await("the note is gone", () -> !text().contains("Dismiss"));
    FxThread.settle();
    assertThat(label(".find-count")).isEqualTo("1 of 1");
    assertThat(script("document.querySelectorAll('mark').length")).isEqualTo(1);
  }

  @Test
  void a_citation_still_opens_its_fragment_while_its_sentence_is_marked() {
    String passage = passageOf("a[href='fragment:6']");
    FxThread.run(() -> part.find());
    find("e");

    assertThat(passageOf("a[href='fragment:6']")).isEqualTo(passage);
  }

  private String passageOf(String link) {
    click(link);
    return String.valueOf(world.navigator.passage);
  }

  private void find(String words) {
    FxThread.run(() -> ((TextField) holder.lookup(".find-field")).setText(words));
  }

  private void press(KeyCode key, boolean shift) {
    FxThread.run(
        () ->
            Event.fireEvent(
                holder.lookup(".find-field"),
                new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, shift, false, false, false)));
  }

  private String label(String selector) {
    return FxThread.call(() -> ((Label) holder.lookup(selector)).getText());
  }

  private Object script(String script) {
    return FxThread.call(() -> engine().orElseThrow().executeScript(script));
  }

  private double number(String script) {
    return ((Number) script(script)).doubleValue();
  }

  @Test
  void a_citation_says_whether_its_fragment_has_changed() {
    var edited = world.week.get(0);
    world.entries.save(edited.withText(edited.title(), "Something else now."));
    world.entries.trash(Week.USER, List.of(world.week.get(1).id()));
    FxThread.run(() -> part.model().open(ID));

    FxThread.await("the edit", () -> status(1) == CitedSource.Status.EDITED);
    assertThat(FxThread.call(() -> status(2))).isEqualTo(CitedSource.Status.TRASHED);
    assertThat(FxThread.call(() -> status(3))).isEqualTo(CitedSource.Status.SAME);
    assertThat(FxThread.call(() -> part.model().citation(99, ""))).isEmpty();
  }

  @Test
  void a_deleted_report_disappears_until_it_is_restored() {
    FxThread.run(() -> part.reports().refresh());
    FxThread.await("the list", () -> part.reports().reports().size() == 1);

    FxThread.run(() -> part.reports().delete(ID));

    FxThread.await(
        "an empty report page", () -> part.model().state().get() == ReportViewModel.State.EMPTY);
    assertThat(world.reports.find(Week.USER, ID)).isEmpty();
    FxThread.run(() -> world.navigator.undo.run());
    FxThread.await("it is back", () -> part.reports().reports().size() == 1);
  }

  private void keep(String markdown) {
    world.reports.save(
        new Report(
            ID,
            Week.USER,
            "Weekly Progress Report",
            "weekly-progress",
            Period.of(world.week),
            "gemini-flash-latest",
            List.of(new ReportVersion(1, markdown, ReportVersion.Origin.WOVEN, world.clock.now())),
            world.week.stream().map(ReportSource::of).toList(),
            new CheckResult(
                List.of(new Flag(FlagKind.NUMBER, "45 %", 10, 6, "42 ms against 60 ms")),
                List.of()),
            world.clock.now(),
            null));
  }

  private CitedSource.Status status(int citation) {
    return part.model().citation(citation, "").orElseThrow().source().status();
  }

  private Optional<WebEngine> engine() {
    return Optional.ofNullable((WebView) holder.lookup(".web-view")).map(WebView::getEngine);
  }

  private String text() {
    return engine().orElseThrow().getDocument().getDocumentElement().getTextContent();
  }

  private String background() {
    return String.valueOf(
        engine().orElseThrow().executeScript("getComputedStyle(document.body).backgroundColor"));
  }

  private void click(String selector) {
    FxThread.run(
        () ->
            engine()
                .orElseThrow()
                .executeScript("document.querySelector(\"" + selector + "\").click()"));
    FxThread.settle();
  }
}
