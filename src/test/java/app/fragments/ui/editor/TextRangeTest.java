package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextRangeTest {
  private static final String TEXT = "It is live.\n\n**2,540 entries in 4 s** on my\nlaptop.";

  @Test
  void finds_words_through_marks_and_line_breaks() {
    assertThat(TextRange.find(TEXT, "2,540 entries in 4 s on my laptop"))
        .hasValueSatisfying(
            found ->
                assertThat(TEXT.substring(found.start(), found.end()))
                    .isEqualTo("2,540 entries in 4 s** on my\nlaptop"));
  }

  @Test
  void finds_nothing_for_words_that_are_not_there() {
    assertThat(TextRange.find(TEXT, "45 %")).isEmpty();
    assertThat(TextRange.find(TEXT, " … ")).isEmpty();
  }
}
