package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordCountTest {
  @Test
  void counts_words() {
    assertThat(WordCount.of("")).isZero();
    assertThat(WordCount.of("One two\nthree")).isEqualTo(3);
    assertThat(WordCount.of("don’t re-read 2,540 entries — ever")).isEqualTo(5);
  }

  @Test
  void leaves_out_markers_boxes_numbers_of_items_and_addresses() {
    assertThat(WordCount.of("## One **two** `three`")).isEqualTo(3);
    assertThat(WordCount.of("- [x] one\n- [ ] two\n12. three\n> - four")).isEqualTo(4);
    assertThat(WordCount.of("see [the page](https://a.example/b-c) now")).isEqualTo(4);
  }

  @Test
  void counts_words_of_languages_without_blanks() {
    assertThat(WordCount.of("今日は東京へ行きました。")).isGreaterThan(3);
  }
}
