package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Picture;
import app.fragments.settings.Settings;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.web.WebView;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Reads fragments in the real window.
class ReadViewTest {
  private static final String TEXT =
      """
      Sketched the PDF with **Aisha**: one A4 page, and the *sources* as footnotes.

      ## What we can reuse

      - [x] ask Karin
      - [ ] make a sample

      | Run | p95 |
      |-----|----:|
      | 1   | 480 |

      See [the call](https://a.example/call). <script>alert(1)</script>

      """;

  @TempDir Path folder;
  private OpenWindow window;

  @BeforeEach
  void open() {
    window =
        new OpenWindow(
            folder,
            services -> {
              Journal.fill(services.entries);
              Picture chart = chart();
              services.entries.pictures().save(FakeUiServices.USER, chart);
              Journal.write(
                  services.entries,
                  "2026-02-07",
                  "10:00",
                  "A PDF",
                  TEXT + chart.id().markdown("p95 by run"),
                  "design");
            });
    window.awaitRows();
    window.clickOn("A PDF");
    window.await("open", s -> window.editorText().startsWith("Sketched"));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void a_fragment_is_shown_as_it_reads_and_can_be_written_again() {
    window.clickOn("Read");
    window.await("the page", s -> page().contains("What we can reuse"));

    assertThat(FxThread.call(this::page))
        .doesNotContain("**")
        .doesNotContain("##")
        .contains("<script>");
    assertThat(count("img")).isEqualTo(1);
    assertThat(count("table")).isEqualTo(1);
    assertThat(count("script")).isZero();
    for (Settings.Theme theme : Settings.Theme.values()) {
      window.theme(theme);
      assertThat(window.shoot("read-" + theme.name().toLowerCase(Locale.ROOT))).isNotEmptyFile();
    }
    window.clickOn("Write");
    window.await("the text", s -> find(".editor-text") != null);
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    window.await("the page again", s -> find(".web-view") != null);
    assertThat(FxThread.call(() -> window.find("#read", ToggleButton.class).isSelected())).isTrue();
  }

  @Test
  void another_fragment_is_read_too_and_a_new_one_is_written() {
    window.type(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
    window.await("the page", s -> page().contains("What we can reuse"));
    window.clickOn("Stand-up");
    window.await("the other one", s -> page().startsWith("Blocked"));
    window.type(KeyCode.CONTROL, KeyCode.N);

    window.await("the new one", s -> find(".editor-text") != null);
    assertThat(FxThread.call(() -> window.find("#write", Node.class).isVisible())).isTrue();
  }

  @Test
  void words_are_found_in_the_page() {
    window.clickOn("Read");
    window.await("the page", s -> page().contains("What we can reuse"));
    window.type(KeyCode.CONTROL, KeyCode.F);
    window.write("we can");

    window.await(
        "the match", s -> window.find(".find-count", Label.class).getText().equals("1 of 1"));
  }

  @Test
  void a_click_on_the_selected_button_changes_nothing() {
    window.clickOn("Write");

    assertThat(FxThread.call(() -> find(".editor-text"))).isNotNull();
  }

  /// On the FX thread.
  private Node find(String selector) {
    return window.stage.getScene().lookup(selector);
  }

  /// On the FX thread.
  private String page() {
    WebView view = (WebView) find(".web-view");
    return view == null || view.getEngine().getDocument() == null
        ? ""
        : String.valueOf(view.getEngine().executeScript("document.querySelector('main').innerText"))
            .strip();
  }

  private int count(String element) {
    return FxThread.call(
        () ->
            ((WebView) window.stage.getScene().lookup(".web-view"))
                .getEngine()
                .getDocument()
                .getElementsByTagName(element)
                .getLength());
  }

  private static Picture chart() {
    try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
      BufferedImage image = new BufferedImage(400, 160, BufferedImage.TYPE_INT_RGB);
      for (int x = 0; x < 400; x++) {
        image.setRGB(x, 150 - x / 3, 0x117A6C);
      }
      ImageIO.write(image, "png", file);
      return Picture.of("chart.png", file.toByteArray());
    } catch (IOException | Picture.RefusedException e) {
      throw new IllegalStateException(e);
    }
  }
}
