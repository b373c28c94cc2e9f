package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.FxThread;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EllipsisTextTest {
  private static final String LONG = "They want the weekly report as a PDF for their board.";

  private final EllipsisText line = FxThread.call(() -> new EllipsisText("line"));

  @BeforeAll
  static void startFx() {
    FxThread.start();
  }

  @Test
  void a_line_that_fits_is_shown_whole() {
    assertThat(shown(LONG, 2_000)).isEqualTo(LONG);
    assertThat(shown("", 0)).isEmpty();
  }

  @Test
  void a_longer_line_is_cut_to_its_width_with_an_ellipsis() {
    for (int width = 20; width < 200; width += 7) {
      String shown = shown(LONG, width);
      assertThat(shown).endsWith("…").hasSizeLessThan(LONG.length());
      assertThat(LONG).startsWith(shown.substring(0, shown.length() - 1));
      assertThat(shown).doesNotContain(" …");
      assertThat(FxThread.call(line::width)).isLessThanOrEqualTo(width);
    }
    assertThat(line.full()).isEqualTo(LONG);
  }

  @Test
  void it_grows_with_its_width() {
    assertThat(shown(LONG, 60)).endsWith("…");
    assertThat(shown(LONG, 2_000)).isEqualTo(LONG);
  }

  @Test
  void surrogate_pairs_stay_whole() {
    String faces = "😀".repeat(40);
    for (int width = 20; width < 200; width += 3) {
      String shown = shown(faces, width);
      assertThat(faces).startsWith(shown.substring(0, shown.length() - 1));
      assertThat(shown.length() % 2).as("complete pairs plus the ellipsis").isOne();
    }
  }

  @Test
  void without_room_only_the_ellipsis_is_left() {
    assertThat(shown(LONG, 0)).isEqualTo("…");
  }

  private String shown(String words, double width) {
    return FxThread.call(
        () -> {
          line.show(words);
          line.fit(width);
          return line.getText();
        });
  }
}
