package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Journal;
import app.fragments.report.markdown.Markdown;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestQuoteTest {

  private static @Nullable String quote(FlagKind kind, String sentence, String fragment) {
    Entry entry = new Journal().add("2026-02-02", "", fragment).entries().getFirst();
    return NearestQuote.find(kind, sentence, entry, new Markdown());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NAME|Peter reviewed the parser.|It rained. Maria reviewed the parser.|Maria reviewed the"
            + " parser.",
        "NUMBER|It took 45 minutes.|We had lunch. It was over in 30 minutes.|It was over in 30"
            + " minutes.",
        "NUMBER|The goal was missed by 50 %.|The goal was 60 ms. It took 90 ms.|The goal was 60 ms."
            + " It took 90 ms.",
        "DATE|It shipped on May 5.|It shipped late. We met on 6 May.|We met on 6 May.",
        "NAME|Peter reviewed the parser.|Nothing in common here.|",
        "NAME|Peter reviewed the parser.|''|",
      })
  void the_sentence_with_most_in_common_is_quoted(
      FlagKind kind, String sentence, String fragment, @Nullable String expected) {
    assertThat(quote(kind, sentence, fragment)).isEqualTo(expected);
  }

  @Test
  void a_long_sentence_is_cut_around_its_number() {
    String filler = "and then we talked about many other things that do not matter here ";
    assertThat(quote(FlagKind.NUMBER, "It took 45 s", "We " + filler + "it took 30 s " + filler))
        .startsWith("… ")
        .endsWith(" …")
        .contains("it took 30 s")
        .hasSizeLessThan(100);
  }
}
