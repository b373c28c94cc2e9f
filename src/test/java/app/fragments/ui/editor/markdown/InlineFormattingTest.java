package app.fragments.ui.editor.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InlineFormattingTest {
  @Test
  void a_marker_goes_around_the_selection_and_away_again() {
    assertThat(toggle("a ‹word› b", "**")).isEqualTo("a **‹word›** b");
    assertThat(toggle("a **‹word›** b", "**")).isEqualTo("a ‹word› b");
    assertThat(toggle("a ‹**word**› b", "**")).isEqualTo("a ‹word› b");
  }

  @Test
  void blanks_at_the_ends_of_the_selection_stay_outside() {
    assertThat(toggle("a‹ word ›b", "**")).isEqualTo("a **‹word›** b");
  }

  @Test
  void italic_inside_of_bold_is_added_and_not_taken_for_half_of_bold() {
    assertThat(toggle("**‹word›**", "*")).isEqualTo("***‹word›***");
    assertThat(toggle("***‹word›***", "*")).isEqualTo("**‹word›**");
    assertThat(toggle("***‹word›***", "**")).isEqualTo("*‹word›*");
  }

  @Test
  void without_a_selection_the_caret_goes_between_two_markers_and_behind_them_again() {
    assertThat(toggle("a ¦b", "**")).isEqualTo("a **¦**b");
    assertThat(toggle("a **¦**b", "**")).isEqualTo("a ¦b");
    assertThat(toggle("a **bold¦** b", "**")).isEqualTo("a **bold**¦ b");
  }

  @Test
  void a_typed_character_wraps_the_selection() {
    assertThat(wrap("a ‹word› b", "*")).isEqualTo("a *‹word›* b");
    assertThat(wrap("‹word›", "`")).isEqualTo("`‹word›`");
    assertThat(wrap("‹word›", "[")).isEqualTo("[‹word›]");
    assertThat(wrap("‹word›", "x")).isEqualTo("unchanged");
    assertThat(wrap("wo¦rd", "*")).isEqualTo("unchanged");
  }

  @Test
  void a_selection_becomes_a_link() {
    assertThat(link("see ‹this› now", "")).isEqualTo("see [this](¦) now");
    assertThat(link("see ‹this› now", "https://a.example/x?y=1"))
        .isEqualTo("see [this](https://a.example/x?y=1)¦ now");
    assertThat(link("‹https://a.example›", "")).isEqualTo("[¦](https://a.example)");
  }

  @Test
  void only_an_address_alone_is_an_address() {
    assertThat(InlineFormatting.isUrl(" https://a.example/b ")).isTrue();
    assertThat(InlineFormatting.isUrl("mailto:a@b.example")).isTrue();
    assertThat(InlineFormatting.isUrl("see https://a.example")).isFalse();
    assertThat(InlineFormatting.isUrl("javascript:alert(1)")).isFalse();
  }

  private static String toggle(String marked, String marker) {
    Caret at = Caret.in(marked);
    return at.after(InlineFormatting.toggle(at.text(), at.start(), at.end(), marker));
  }

  private static String wrap(String marked, String typed) {
    Caret at = Caret.in(marked);
    return at.after(InlineFormatting.wrap(at.text(), at.start(), at.end(), typed));
  }

  private static String link(String marked, String address) {
    Caret at = Caret.in(marked);
    return at.after(InlineFormatting.link(at.text(), at.start(), at.end(), address));
  }
}
