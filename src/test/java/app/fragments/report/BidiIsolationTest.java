package app.fragments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BidiIsolationTest {
  @Test
  void ordinary_text_is_unchanged() {
    assertThat(BidiIsolation.isolate("שלום, world")).isEqualTo("שלום, world");
    assertThat(BidiIsolation.closeLines("# A\n\n- b\n")).isEqualTo("# A\n\n- b\n");
  }

  @Test
  void an_unclosed_override_is_closed_and_isolated() {
    assertThat(BidiIsolation.isolate("a\u202Eb")).isEqualTo("\u2068a\u202Eb\u202C\u2069");
    assertThat(BidiIsolation.isolate("a\u202Eb\u202Cc")).isEqualTo("\u2068a\u202Eb\u202Cc\u2069");
  }

  @Test
  void nested_controls_are_closed_innermost_first() {
    assertThat(BidiIsolation.isolate("\u2067\u202Ea"))
        .isEqualTo("\u2068\u2067\u202Ea\u202C\u2069\u2069");
    assertThat(BidiIsolation.isolate("\u2067\u202Ea\u2069b"))
        .isEqualTo("\u2068\u2067\u202Ea\u2069b\u2069");
  }

  @Test
  void each_line_of_markdown_is_closed_before_its_end() {
    assertThat(BidiIsolation.closeLines("# a\u202Eb  \n- c\n"))
        .isEqualTo("# a\u202Eb\u202C  \n- c\n");
  }
}
