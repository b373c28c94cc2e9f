package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.ui.journal.FragmentRow.RowText;
import org.junit.jupiter.api.Test;

class RowTextTest {
  @Test
  void the_first_sentence_replaces_a_missing_title() {
    assertThat(RowText.of("Called Jonas. He wants a PDF."))
        .isEqualTo(new RowText("Called Jonas.", "He wants a PDF."));
  }

  @Test
  void a_clause_ends_at_a_semicolon_which_is_dropped() {
    assertThat(RowText.of("A walk before work; the ice is breaking."))
        .isEqualTo(new RowText("A walk before work", "the ice is breaking."));
  }

  @Test
  void a_long_sentence_is_cut_between_words() {
    RowText words =
        RowText.of("one two three four five six seven eight nine ten eleven twelve thirteen");

    assertThat(words.head()).isEqualTo("one two three four five six seven eight nine");
    assertThat(words.rest()).startsWith("ten");
  }

  @Test
  void a_short_text_is_all_head() {
    assertThat(RowText.of("Hm")).isEqualTo(new RowText("Hm", ""));
  }
}
