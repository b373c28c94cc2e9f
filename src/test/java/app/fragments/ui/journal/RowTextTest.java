package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RowTextTest {
  @Test
  void the_first_sentence_stands_in_for_a_title() {
    assertThat(RowText.of("Called Jonas. He wants a PDF."))
        .isEqualTo(new RowText("Called Jonas.", "He wants a PDF."));
  }

  @Test
  void a_comma_ends_it_too_and_is_left_out() {
    assertThat(RowText.of("A walk before work; the ice is breaking."))
        .isEqualTo(new RowText("A walk before work", "the ice is breaking."));
  }

  @Test
  void a_long_run_of_words_is_cut_between_two() {
    RowText words =
        RowText.of("one two three four five six seven eight nine ten eleven twelve thirteen");

    assertThat(words.head()).isEqualTo("one two three four five six seven eight nine");
    assertThat(words.rest()).startsWith("ten");
  }

  @Test
  void few_words_are_all_head() {
    assertThat(RowText.of("Hm")).isEqualTo(new RowText("Hm", ""));
  }
}
