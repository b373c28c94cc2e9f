package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {
  @Test
  void markup_is_removed() {
    assertThat(
            Excerpt.of("# Done\n\n- [x] **bold** and _slanted_ `code`\n\t> 2. snake_case ~~gone~~"))
        .isEqualTo("Done bold and slanted code 2. snake_case gone");
    assertThat(Excerpt.of("![a picture](x.png) and [a link](https://example.org)"))
        .isEqualTo("a picture and a link");
    assertThat(Excerpt.of("1. first\n2) second")).isEqualTo("first second");
    assertThat(Excerpt.of("plain, 3 * 4 = 12\r\n\r\n  next")).isEqualTo("plain, 3 4 = 12 next");
    assertThat(Excerpt.of(" \n\t ")).isEmpty();
  }

  @Test
  void long_text_is_cut_but_never_inside_a_character() {
    assertThat(Excerpt.of("x".repeat(1_000))).hasSize(Excerpt.MAX_LENGTH);
    String excerpt = Excerpt.of("x" + "🎉".repeat(200));
    assertThat(excerpt).hasSize(Excerpt.MAX_LENGTH - 1).endsWith("🎉");
  }
}
