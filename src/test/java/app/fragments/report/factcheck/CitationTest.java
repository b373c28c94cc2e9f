package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.markdown.Markdown;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[F3]|3",
        "[F3, F7]|3 7",
        "[F3][F7]|3 7",
        "[F3-F5]|3 4 5",
        "[F3–5; F9]|3 4 5 9",
        "[f3 and F4]|3 4",
        "[F3, F4, and F9]|3 4 9",
        "[F3 und F4]|3 4",
        "[F3 et F4]|3 4",
        "[F3 y F4]|3 4",
        "[F3/F4]|3 4",
        "[F3,\u00A0F4\u202F–\u202FF6]|3 4 5 6",
        "\\[F3\\]|3",
        "[**F3**]|3",
        "[F3 event]|''",
        "**bold [F3]** and *[F4]*|3 4",
        "`[F3]`|''",
        "[F3](https://example.org)|''",
        "[F]|''",
        "[3]|''",
        "[Foo 3]|''",
        "[F99999999999999]|2147483647",
        "[F99999999999999-F5]|5 2147483647",
      })
  void citation_numbers_are_parsed(String markdown, String numbers) {
    assertThat(citedNumbers(markdown).stream().map(String::valueOf).toList())
        .isEqualTo(numbers.isEmpty() ? java.util.List.of() : java.util.List.of(numbers.split(" ")));
  }

  @Test
  void a_citation_may_span_two_lines() {
    assertThat(citedNumbers("- It is live [F3,\n  F7].")).containsExactly(3, 7);
  }

  @Test
  void code_blocks_have_no_citations() {
    assertThat(citedNumbers("```\n[F3]\n```\n\n    [F4]\n")).isEmpty();
  }

  private static Set<Integer> citedNumbers(String markdown) {
    return new Markdown()
        .passages(markdown).stream()
            .flatMap(passage -> Citation.findAll(passage).stream())
            .flatMap(citation -> citation.numbers().stream())
            .collect(Collectors.toCollection(TreeSet::new));
  }
}
