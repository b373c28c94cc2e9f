package app.fragments.ui.entries;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FirstWordsTest {
  @Test
  void the_first_sentence_stands_in_for_a_title() {
    assertThat(FirstWords.of("Called Jonas. He wants a PDF."))
        .isEqualTo(new FirstWords("Called Jonas.", "He wants a PDF."));
  }

  @Test
  void a_comma_ends_it_too_and_is_left_out() {
    assertThat(FirstWords.of("A walk before work; the ice is breaking."))
        .isEqualTo(new FirstWords("A walk before work", "the ice is breaking."));
  }

  @Test
  void a_long_run_of_words_is_cut_between_two() {
    FirstWords words =
        FirstWords.of("one two three four five six seven eight nine ten eleven twelve thirteen");

    assertThat(words.head()).isEqualTo("one two three four five six seven eight nine");
    assertThat(words.rest()).startsWith("ten");
  }

  @Test
  void few_words_are_all_head() {
    assertThat(FirstWords.of("Hm")).isEqualTo(new FirstWords("Hm", ""));
  }
}
