package app.fragments.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import app.fragments.search.QueryPart.Kind;
import app.fragments.search.QueryPart.Problem;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchQueryTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 2, 7);

  private static SearchQuery parse(String text) {
    return SearchQuery.parse(text, TODAY);
  }

  private static QueryPart only(String text) {
    assertThat(parse(text).parts()).hasSize(1);
    return parse(text).parts().getFirst();
  }

  @Test
  void a_query_is_split_into_parts_with_their_places() {
    SearchQuery query = parse("tag:perf \"load test\" -staging");

    assertThat(query.parts())
        .extracting(QueryPart::kind, QueryPart::excluded, QueryPart::value)
        .containsExactly(
            tuple(Kind.TAG, false, "perf"),
            tuple(Kind.PHRASE, false, "load test"),
            tuple(Kind.WORD, true, "staging"));
    assertThat(query.parts().stream().map(part -> query.text().substring(part.start(), part.end())))
        .containsExactly("tag:perf", "\"load test\"", "-staging");
  }

  @ParameterizedTest
  @CsvSource({
    "word, WORD, word",
    "title:word, TITLE, word",
    "'title:\"two words\"', TITLE, two words",
    "TAG:perf, TAG, perf",
    "'tag:\"two words\"', TAG, two words",
    "#perf, HASHTAG, perf",
    "from:2026-02-01, FROM, 2026-02-01",
    "to:2026, TO, 2026",
    "on:today, ON, today",
    "is:starred, STARRED, starred",
    "has:picture, PICTURE, picture",
    "'\"a phrase\"', PHRASE, a phrase",
    "“smart quotes”, PHRASE, smart quotes",
    "„unten und oben“, PHRASE, unten und oben",
    "http://example.org, WORD, http://example.org",
    "well-known, WORD, well-known"
  })
  void each_kind_of_part_is_known(String text, Kind kind, String value) {
    QueryPart part = only(text);
    assertThat(part.kind()).isEqualTo(kind);
    assertThat(part.value()).isEqualTo(value);
    assertThat(part.problem()).isNull();
    assertThat(only("-" + text).excluded()).isTrue();
    assertThat(only("-" + text).value()).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-03, 2026-02-03, 2026-02-03",
    "2026-2-3, 2026-02-03, 2026-02-03",
    "2026-02, 2026-02-01, 2026-02-28",
    "2026-02-, 2026-02-01, 2026-02-28",
    "2024-02, 2024-02-01, 2024-02-29",
    "2026, 2026-01-01, 2026-12-31",
    "2026-, 2026-01-01, 2026-12-31",
    "Today, 2026-02-07, 2026-02-07",
    "yesterday, 2026-02-06, 2026-02-06"
  })
  void a_date_may_leave_out_day_and_month(String value, LocalDate first, LocalDate last) {
    assertThat(only("on:" + value).days()).isEqualTo(new QueryPart.Days(first, last));
  }

  @ParameterizedTest
  @CsvSource({
    "on:2026-13, NOT_A_DATE",
    "on:2026-02-30, NOT_A_DATE",
    "from:20, NOT_A_DATE",
    "to:soon, NOT_A_DATE",
    "from:, EMPTY",
    "tag:, EMPTY",
    "title:, EMPTY",
    "is:, EMPTY",
    "is:sta, UNKNOWN_VALUE",
    "has:wings, UNKNOWN_VALUE"
  })
  void what_is_wrong_or_unfinished_is_ignored_and_described(String text, Problem problem) {
    SearchQuery query = parse(text + " word");
    assertThat(query.parts().getFirst().problem()).isEqualTo(problem);
    assertThat(query.problems()).containsExactly(query.parts().getFirst());
    assertThat(query.describe(query.parts().getFirst()))
        .startsWith(text + " ")
        .containsAnyOf("such as", "use");
    assertThat(query.isEmpty()).isFalse();
    assertThat(parse(text).isEmpty()).isTrue();
  }

  @Test
  void only_the_part_at_the_end_is_unfinished() {
    assertThat(parse("load te").parts()).extracting(QueryPart::open).containsExactly(false, true);
    assertThat(parse("load te ").parts()).extracting(QueryPart::open).containsOnly(false);
    assertThat(only("\"load te").open()).isTrue();
    assertThat(only("\"load te\"").open()).isFalse();
    assertThat(only("-stag").isPrefix()).isFalse();
  }

  @Test
  void a_part_can_be_removed_from_the_text() {
    SearchQuery query = parse("tag:perf  \"load test\" -staging");
    assertThat(query.parts().stream().map(query::without))
        .containsExactly("\"load test\" -staging", "tag:perf -staging", "tag:perf  \"load test\"");
    assertThat(parse("x").without(only("x"))).isEmpty();
  }

  @Test
  void the_words_are_what_to_look_for_in_an_entry() {
    assertThat(parse("tag:perf -old \"load test\" x").words()).isEqualTo("load test x");
    assertThat(parse("is:starred").words()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "-", "- ", "--", "#", "# ", ":", "\"\"", "tag:\"", "-\""})
  void half_a_part_is_no_error(String text) {
    assertThat(parse(text).text()).isEqualTo(text);
  }

  @Property
  void no_text_is_an_error_and_parts_do_not_overlap(
      @ForAll
          @Chars({'a', ':', '-', '"', '#', ' ', '2', '0', '“', 't', 'o', 'n', 'é', '\uD83D'})
          @StringLength(max = 24)
          String text) {
    int end = 0;
    for (QueryPart part : parse(text).parts()) {
      assertThat(part.start()).isGreaterThanOrEqualTo(end);
      assertThat(part.end()).isGreaterThan(part.start()).isLessThanOrEqualTo(text.length());
      end = part.end();
    }
    List<QueryPart> parts = parse(text).parts();
    parts.forEach(part -> parse(parse(text).without(part)));
  }
}
