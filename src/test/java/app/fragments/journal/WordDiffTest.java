package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.WordDiff.Kind;
import app.fragments.journal.WordDiff.Part;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordDiffTest {
  @Test
  void compares_words() {
    WordDiff diff = WordDiff.of("About 2,500 entries.\nDone.", "2,540 entries in 4 s.\nDone.");

    assertThat(shown(diff)).isEqualTo("[-About -]2,[-500-][+540+] entries[+ in 4 s+].\nDone.");
    assertThat(diff.count(Kind.ADDED)).isEqualTo(4);
    assertThat(diff.count(Kind.REMOVED)).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      ignoreLeadingAndTrailingWhitespace = false,
      value = {
        "'',''",
        "'','a b'",
        "a b,''",
        "'a\nb\n','b\n\nc'",
        "x y z,z y x",
        "'one\ntwo\nthree','one\nthree\ntwo\n'"
      })
  void the_parts_make_up_both_texts(String before, String after) {
    WordDiff diff = WordDiff.of(before, after);

    assertThat(without(diff, Kind.ADDED)).isEqualTo(before);
    assertThat(without(diff, Kind.REMOVED)).isEqualTo(after);
  }

  @Test
  void long_texts_that_have_nothing_in_common_are_compared_as_a_whole() {
    String before = "a ".repeat(50_000).strip();
    String after = "b ".repeat(50_000).strip();

    assertThat(WordDiff.of(before, after).parts())
        .containsExactly(new Part(Kind.REMOVED, before), new Part(Kind.ADDED, after));
  }

  private static String without(WordDiff diff, Kind kind) {
    return diff.parts().stream()
        .filter(part -> part.kind() != kind)
        .map(Part::text)
        .collect(Collectors.joining());
  }

  private static String shown(WordDiff diff) {
    return diff.parts().stream()
        .map(
            part ->
                switch (part.kind()) {
                  case SAME -> part.text();
                  case ADDED -> "[+" + part.text() + "+]";
                  case REMOVED -> "[-" + part.text() + "-]";
                })
        .collect(Collectors.joining());
  }
}
