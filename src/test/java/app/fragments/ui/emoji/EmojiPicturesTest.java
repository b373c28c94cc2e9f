package app.fragments.ui.emoji;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import java.util.List;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmojiPicturesTest {
  private final EmojiPictures pictures = new EmojiPictures(true);

  @BeforeAll
  static void startFx() {
    FxThread.start();
  }

  /// Faces, skin tones, families, flags of countries and regions, keycaps, old symbols with and
  /// without the selector that asks for colour, and emoji of 2024.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "😀",
        "👍🏽",
        "👨‍👩‍👧",
        "🏳️‍🌈",
        "🏳‍🌈",
        "👁️‍🗨️",
        "🇩🇪",
        "🏴󠁧󠁢󠁳󠁣󠁴󠁿",
        "1️⃣",
        "#⃣",
        "❤️",
        "☎️",
        "⭐",
        "✅",
        "©️",
        "👩🏽‍🤝‍👨🏿",
        "🫩"
      })
  void a_whole_sequence_is_one_emoji(String emoji) {
    assertThat(found("a" + emoji + "b")).containsExactly(emoji);
    assertThat(found(emoji + emoji)).containsExactly(emoji, emoji);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Stand-up with Tomasz, 14:30 · 12 € – “done” → next…",
        "© 2026, ® and ™",
        "☎ ❤ ✔ ↔ as text, ⭐︎ too",
        "1 # * 7",
        "🇦",
        "日本語のテキスト 한국어",
        "שלום עולם مرحبا",
        "\uD83D",
        "\uD83Dx"
      })
  void other_text_has_no_emoji(String text) {
    assertThat(found(text)).isEmpty();
  }

  @Test
  void of_an_unknown_sequence_the_known_parts_are_found() {
    assertThat(found("👩‍🚀‍🎩x")).containsExactly("👩‍🚀‍", "🎩");
    assertThat(found("🇩🇪🇦🇧🇫🇷")).containsExactly("🇩🇪", "🇫🇷");
  }

  @Test
  void nothing_is_found_where_the_system_draws_emoji() {
    assertThat(EmojiPictures.forSystem("Windows 11").find("😀")).isEmpty();
    assertThat(EmojiPictures.forSystem("Mac OS X").find("😀")).isEmpty();
    assertThat(EmojiPictures.forSystem("Linux").find("😀")).hasSize(1);
  }

  @Test
  void all_pictures_can_be_read() {
    EmojiPack pack = new EmojiPack();
    assertThat(pack.size()).isEqualTo(3_786);
    Image first = image("#️⃣");
    Image last = image("🫩");
    assertThat(first.isError() || last.isError()).isFalse();
    assertThat(first.getWidth()).isEqualTo(32);
  }

  @Test
  void pictures_have_the_colours_of_the_emoji() {
    Color face = image("😀").getPixelReader().getColor(16, 10);
    assertThat(face.getHue()).as("yellow").isBetween(40.0, 60.0);
    assertThat(face.getSaturation()).isGreaterThan(0.6);
    Color corner = image("😀").getPixelReader().getColor(0, 0);
    assertThat(corner.getOpacity()).isZero();
  }

  @Test
  void only_some_decoded_pictures_are_kept() {
    Image kept = FxThread.call(() -> pictures.image("😀", 16));
    assertThat(FxThread.call(() -> pictures.image("😀", 16))).isSameAs(kept);
    FxThread.run(
        () -> {
          for (int c = 0x1F40C; c < 0x1F4FD; c++) {
            pictures.image(Character.toString(c), 16);
            pictures.image(Character.toString(c), 17);
          }
        });
    assertThat(FxThread.call(() -> pictures.image("😀", 16))).isNotSameAs(kept);
  }

  @Test
  void a_masked_text_keeps_its_length() {
    String text = "a👨‍👩‍👧b⭐c";
    String masked = EmojiMask.of(text, pictures.find(text));
    assertThat(masked).hasSameSizeAs(text).startsWith("a").endsWith("c").contains("b");
    assertThat(pictures.find(masked)).isEmpty();
  }

  private Image image(String emoji) {
    return FxThread.call(() -> pictures.image(pictures.find(emoji).getFirst().key(), 16));
  }

  private List<String> found(String text) {
    return pictures.find(text).stream()
        .map(emoji -> text.substring(emoji.start(), emoji.end()))
        .toList();
  }
}
