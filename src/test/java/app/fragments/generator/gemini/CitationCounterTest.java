package app.fragments.generator.gemini;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CitationCounterTest {
  @Test
  void each_fragment_counts_once_and_strangers_not_at_all() {
    assertThat(new CitationCounter(5).in("a [F1][F3]. b [F1]. c [F6] [F0] [F999999] F2 (F4)"))
        .isEqualTo(2);
  }

  @Test
  void a_citation_that_comes_in_two_pieces_counts() {
    String text = "Some words. [F12] And more. [F3]";
    CitationCounter cited = new CitationCounter(12);

    for (int length = 0; length < text.length(); length++) {
      cited.in(text.substring(0, length));
    }

    assertThat(cited.in(text)).isEqualTo(2);
  }
}
