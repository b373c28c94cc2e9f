package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import app.fragments.ui.editor.text.MarkdownArea;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Emoji and scripts in the real window.
class EmojiWindowTest {
  private static final String TITLE = "Party 🎉 for 👨‍👩‍👧 in 🇩🇪";
  private static final String TEXT =
      """
      Cake 🎂, balloons 🎈🎈🎈 and *one* ⭐⭐⭐ **loud 🎺 band**. Bring 1️⃣ friend, 👍🏽 or ❤️.

      ## A heading 🚀 with a rocket

      - [x] invite the neighbours 🏘️
      - [ ] buy candles 🕯️ for the cake

      > 🇫🇷 said it first.

      日本語のテキスト、中文文本, 한국어 텍스트.

      שלום עולם! מה שלומך היום? מצוין.

      مرحبا بالعالم، كيف حالك اليوم؟
      """;

  private static final String LONG =
      "A long title about the 🚀 launch, the 🌍 world, ⭐ stars and everything else 🎯 we hit";
  private static final String BEER = "Und 🥨 am Morgen, 🍺 am Abend. ";
  private static final String HEBREW = "שלום עולם! מה שלומך?";
  private static final String HEBREW_LINE =
      "היום כתבתי שורה ארוכה מאוד בעברית, כדי לראות איך היא נקטעת בקצה הרשימה שלנו.";

  @TempDir Path folder;
  private OpenWindow window;

  private void open(Settings.Theme theme) {
    window =
        new OpenWindow(
            folder,
            services -> {
              services.settings = services.settings.with(copy -> copy.theme = theme);
              Journal.fill(services.entries);
              Journal.write(services.entries, "2026-02-07", "12:00", TITLE, TEXT, "🍕pizza");
              Journal.write(services.entries, "2026-02-07", "11:59", LONG, BEER.repeat(9), "trip");
              Journal.write(services.entries, "2026-02-07", "11:58", HEBREW, HEBREW_LINE, "");
              Journal.write(
                  services.entries, "2026-02-07", "11:57", "evil \u202Etitle (1)", "日本語の文", "");
            });
    window.awaitRows();
  }

  @AfterEach
  void close() {
    window.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Settings.Theme.class,
      names = {"LIGHT", "DARK"})
  void emoji_are_in_colour_in_the_list_and_the_editor(Settings.Theme theme) {
    open(theme);
    window.click(".fragment-row");
    window.await("the text", s -> window.editorText().equals(TEXT));
    window.shoot("emoji-" + theme.name().toLowerCase(Locale.ROOT));

    FxThread.run(
        () -> {
          for (String place : List.of(".title-place", ".tag-chip")) {
            Node there = window.find(place, Node.class);
            assertThat(there.lookupAll(".emoji").stream().filter(this::colour))
                .as(place)
                .isNotEmpty();
          }
        });
    FxThread.run(
        () -> {
          Node row = window.find(".fragment-row", Node.class);
          assertThat(row.lookupAll(".emoji").stream().filter(Node::isVisible).filter(this::colour))
              .as("in the row")
              .hasSizeGreaterThan(7);
        });
    FxThread.run(
        () -> {
          List<Node> pictures =
              List.copyOf(window.find(".editor-text", Node.class).lookupAll(".emoji"));
          assertThat(pictures).hasSize(15).allSatisfy(node -> assertThat(colour(node)).isTrue());
        });
  }

  /// Whether a node is drawn in colour.
  private boolean colour(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    WritableImage shot = window.stage.getScene().snapshot(null);
    int coloured = 0;
    for (int x = (int) bounds.getMinX(); x < bounds.getMaxX(); x++) {
      for (int y = (int) bounds.getMinY(); y < bounds.getMaxY(); y++) {
        Color pixel = shot.getPixelReader().getColor(x, y);
        coloured += pixel.getSaturation() > 0.4 && pixel.getBrightness() > 0.4 ? 1 : 0;
      }
    }
    return coloured > 10;
  }

  @Test
  void a_message_and_a_filter_show_emoji_too() {
    open(Settings.Theme.LIGHT);
    window.click(".fragment-row");
    window.await("the text", s -> window.editorText().equals(TEXT));
    window.click(window.labeled("#🍕pizza"));
    window.await("the filter", s -> window.find(".filter-chip", Node.class) != null);
    FxThread.run(() -> window.find(".remove-tag", Button.class).fire());
    window.await("the message", s -> window.find(".toast", Node.class) != null);
    window.shoot("emoji-labels");

    FxThread.run(
        () -> {
          for (String place : List.of(".filter-chip", ".toast")) {
            Node there = window.find(place, Node.class);
            assertThat(there.lookupAll(".emoji").stream().filter(this::colour))
                .as(place)
                .isNotEmpty();
          }
        });
  }

  @Test
  void keys_treat_an_emoji_of_several_parts_as_one_character() {
    open(Settings.Theme.LIGHT);
    window.click(".fragment-row");
    window.await("the text", s -> window.editorText().equals(TEXT));
    TextArea title = FxThread.call(() -> window.find(".editor-title", TextArea.class));
    FxThread.run(
        () -> {
          title.requestFocus();
          title.end();
        });
    window.type(KeyCode.BACK_SPACE);
    assertThat(window.text(".editor-title")).isEqualTo("Party 🎉 for 👨‍👩‍👧 in ");
    window.type(KeyCode.LEFT);
    for (int i = 0; i < " in".length(); i++) {
      window.type(KeyCode.LEFT);
    }
    window.type(KeyCode.BACK_SPACE);
    assertThat(window.text(".editor-title")).isEqualTo("Party 🎉 for  in ");

    MarkdownArea area = FxThread.call(() -> window.find(".editor-text", MarkdownArea.class));
    FxThread.run(
        () -> {
          area.requestFocus();
          area.moveTo(TEXT.indexOf("👍🏽") + "👍🏽".length());
        });
    window.type(KeyCode.LEFT);
    assertThat(FxThread.call(area::getCaretPosition)).isEqualTo(TEXT.indexOf("👍🏽"));
    window.type(KeyCode.RIGHT);
    window.type(KeyCode.BACK_SPACE);
    assertThat(FxThread.call(() -> window.editorText())).isEqualTo(TEXT.replace("👍🏽", ""));
    window.write("🎉x");
    assertThat(FxThread.call(() -> window.editorText())).isEqualTo(TEXT.replace("👍🏽", "🎉x"));
    FxThread.run(area::undo);
    assertThat(FxThread.call(() -> window.editorText())).isEqualTo(TEXT.replace("👍🏽", ""));
    FxThread.run(area::undo);
    assertThat(FxThread.call(() -> window.editorText())).isEqualTo(TEXT);
  }
}
