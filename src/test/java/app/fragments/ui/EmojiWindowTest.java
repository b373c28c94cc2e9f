package app.fragments.ui;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.settings.Settings;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
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
}
