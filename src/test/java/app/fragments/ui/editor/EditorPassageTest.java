package app.fragments.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EditorPassageTest {
  private static final String TEXT = "It is live.\n\n**2,540 entries in 4 s** on my\nlaptop.";

  @Test
  void finds_a_passage_across_markdown_and_line_breaks() {
    assertThat(PassageMark.find(TEXT, "2,540 entries in 4 s on my laptop"))
        .extracting(found -> TEXT.substring(found.getStart(), found.getEnd()))
        .isEqualTo("2,540 entries in 4 s** on my\nlaptop");
  }

  @Test
  void finds_a_passage_with_a_link_and_ellipses() {
    String text = "See [the report](https://example.org/a) by Mr. Smith; it is long.";

    assertThat(PassageMark.find(text, "… the report by Mr. Smith …"))
        .extracting(found -> text.substring(found.getStart(), found.getEnd()))
        .isEqualTo("the report](https://example.org/a) by Mr. Smith");
  }

  @Test
  void finds_nothing_if_the_text_lacks_the_passage() {
    assertThat(PassageMark.find(TEXT, "45 %")).isNull();
    assertThat(PassageMark.find(TEXT, " … ")).isNull();
  }
}
