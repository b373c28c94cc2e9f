package app.fragments.ui.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PassageFinderTest {
  private static final String TEXT =
      """
      We met at nine. Nobody had slept.

      - [x] Load test: 900 requests a second, p95 at 42 ms.
      - [ ] tell Nordwind
      """;

  @Test
  void the_sentence_that_shares_most_words_with_the_citing_one_is_found() {
    assertThat(PassageFinder.best(TEXT, "Load tests reached 900 requests a second"))
        .isEqualTo("Load test: 900 requests a second, p95 at 42 ms.");
  }

  @Test
  void a_passage_is_verbatim() {
    assertThat(TEXT).contains(PassageFinder.best(TEXT, "p95 of 42 ms"));
    assertThat(PassageFinder.best(TEXT, "Nordwind was told")).isEqualTo("tell Nordwind");
  }

  @Test
  void a_title_does_not_end_a_sentence() {
    String text =
        "It rained. We met Mr. Smith and Prof. Kowalska about the encoder in\n"
            + "the old lab today, and they agreed. Then lunch.";

    assertThat(PassageFinder.best(text, "Smith agreed about the encoder"))
        .isEqualTo(
            "We met Mr. Smith and Prof. Kowalska about the encoder in the old lab today, and they"
                + " agreed.");
  }

  @Test
  void the_cited_part_of_a_long_sentence_is_found() {
    String text =
        "At first, "
            + "we talked of other things, ".repeat(15)
            + "but the importer shipped on Friday.";

    assertThat(PassageFinder.best(text, "… but the importer shipped on Friday"))
        .hasSizeLessThanOrEqualTo(PassageFinder.MAX_LENGTH)
        .contains("importer shipped on Friday");
  }

  @Test
  void without_shared_words_the_first_sentence_is_found() {
    assertThat(PassageFinder.best(TEXT, "Une tout autre chose")).isEqualTo("We met at nine.");
    assertThat(PassageFinder.best("", "anything")).isEmpty();
  }

  @Test
  void a_long_sentence_is_cut_at_a_word() {
    String passage = PassageFinder.best("word ".repeat(200), "word");

    assertThat(passage).hasSizeLessThanOrEqualTo(PassageFinder.MAX_LENGTH).endsWith("word");
  }
}
