package app.fragments.search;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.PictureId;
import app.fragments.search.MatchContext.Mark;
import app.fragments.search.MatchContext.MarkedText;
import app.fragments.search.SearchRequest.Order;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The query language, on real entries.
class SearchTest extends SearchFixture {

  @Test
  void all_words_must_match_and_the_last_may_be_the_start_of_a_word() {
    write("both", "The importer was slow.");
    write("one", "The importer is fine.");

    assertThat(find("importer slow")).containsExactly("both");
    assertThat(find("importer slo")).containsExactly("both");
    assertThat(find("slow impo")).containsExactly("both");
    assertThat(find("slo importer")).as("only the last").isEmpty();
    assertThat(find("impo ")).as("finished by a space").isEmpty();
    assertThat(find("i")).containsExactlyInAnyOrder("both", "one");
  }

  @Test
  void words_may_be_in_title_tags_and_text() {
    write("Importer", "It was slow.", "release/beta");

    assertThat(find("importer slow beta")).containsExactly("Importer");
    assertThat(find("title:importer")).containsExactly("Importer");
    assertThat(find("title:impo")).containsExactly("Importer");
    assertThat(find("title:slow")).isEmpty();
  }

  @Test
  void a_phrase_matches_adjacent_words_and_its_last_word_while_it_is_typed() {
    write("phrase", "We ran the load test twice.");
    write("words", "The test of the load.");

    assertThat(find("\"load test\"")).containsExactly("phrase");
    assertThat(find("\"load te")).containsExactly("phrase");
    assertThat(find("\"load te\"")).isEmpty();
    assertThat(find("title:\"load test\"")).isEmpty();
  }

  @Test
  void a_hyphen_excludes() {
    write("live", "Deployed to production.", "ops");
    write("test", "Deployed to staging.", "ops", "draft");

    assertThat(find("deployed -staging")).containsExactly("live");
    assertThat(find("deployed -stag")).as("no prefix").hasSize(2);
    assertThat(find("-tag:draft")).containsExactly("live");
    assertThat(find("-#draft deployed")).containsExactly("live");
    assertThat(find("-\"to staging\"")).containsExactly("live");
    assertThat(find("-title:test")).containsExactly("live");
  }

  @Test
  void a_tag_matches_itself_and_the_tags_below_it() {
    write("alpha", "x", "project/alpha");
    write("plain", "x", "Project");
    write("other", "x", "projector");

    assertThat(find("tag:project")).containsExactlyInAnyOrder("alpha", "plain");
    assertThat(find("tag:project/")).containsExactlyInAnyOrder("alpha", "plain");
    assertThat(find("tag:project/alpha")).containsExactly("alpha");
    assertThat(find("tag:projec")).as("while it is typed").hasSize(3);
    assertThat(find("tag:projec ")).isEmpty();
    assertThat(find("tag:alpha")).isEmpty();
  }

  @Test
  void a_hashtag_finds_the_tag_and_the_same_in_the_text() {
    write("tagged", "Nothing here.", "importer");
    write("inline", "Fixed the #importer today, see #42.");
    write("word", "The importer.");
    write("code", "Use `#importer` here.");

    assertThat(find("#importer")).containsExactlyInAnyOrder("tagged", "inline", "code");
    assertThat(find("tag:importer")).containsExactlyInAnyOrder("tagged", "inline");
    assertThat(find("#42")).containsExactly("inline");
    assertThat(find("tag:42")).isEmpty();
  }

  @Test
  void dates_restrict() {
    writeOn("2026-01-31", "January", "x");
    writeOn("2026-02-01", "first", "x");
    writeOn("2026-02-28", "last", "x");
    writeOn("2026-03-01", "March", "x");

    assertThat(find("on:2026-02")).containsExactly("last", "first");
    assertThat(find("from:2026-02")).containsExactly("March", "last", "first");
    assertThat(find("to:2026-02")).containsExactly("last", "first", "January");
    assertThat(find("from:2026-02-28 to:2026-03")).containsExactly("March", "last");
    assertThat(find("-on:2026-02")).containsExactly("March", "January");
    assertThat(find("x on:2026-1")).containsExactly("January");
    assertThat(find("x on:2026-13")).as("ignored").hasSize(4);
  }

  @Test
  void starred_entries_and_pictures_can_be_found() {
    Entry star = write("star", "x");
    store.save(star.withStarred(true));
    write("picture", "See ![the graph](graph.png).");
    write("embed", "![[photo.JPG]]");
    write("link", "See [the graph](graph.png).");
    PictureId id = PictureId.of(new byte[1]);
    write("stored", id.markdown("thin ice"));

    assertThat(find("is:starred")).containsExactly("star");
    assertThat(find("has:picture")).containsExactlyInAnyOrder("picture", "embed", "stored");
    assertThat(find("ice")).containsExactly("stored");
    assertThat(find(id.value())).as("an id is no word").isEmpty();
    assertThat(find("-has:picture")).containsExactlyInAnyOrder("star", "link");
  }

  @ParameterizedTest
  @CsvSource({
    "Übung, ubung",
    "Übung, uebung",
    "Übung, ÜBUNG",
    "Uebung, übung",
    "Ubung, übung",
    "Müller, muell",
    "Straße, strasse",
    "Straße, STRASSE",
    "café, cafe",
    "cafe, café",
    "Ελλάδα, ελλαδα",
    "Ёлка, елка",
    "İstanbul, istanbul",
    "Søren, soren",
    "Søren, soeren",
    "Łódź, lodz",
    "l'école, école",
    "Tidewater’s, tidewater",
    "_emphasis_, emphasis",
    "snake_case, case",
    "Main.java, java",
    "Main.java, main.ja",
    "v1.2, v1.2",
    "ｆｕｌｌ, full",
    "don't, don't",
    "🎉, 🎉"
  })
  void case_diacritics_and_punctuation_do_not_matter(String written, String query) {
    write("hit", "Word " + written + " here.", written.replace("'", "’"));
    assertThat(find(query)).containsExactly("hit");
  }

  @Test
  void composed_and_decomposed_letters_are_the_same() {
    write("composed", "caf\u00e9", "\u00fcben");
    write("decomposed", "cafe\u0301", "u\u0308ben");

    for (String query :
        List.of("caf\u00e9", "cafe\u0301", "tag:\u00fcben", "#u\u0308ben", "tag:ueben")) {
      assertThat(find(query)).as(query).containsExactlyInAnyOrder("composed", "decomposed");
    }
  }

  @Test
  void words_are_not_stemmed() {
    write("plural", "imports");
    assertThat(find("importing ")).isEmpty();
    assertThat(find("import ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "東京都に住んでいます, 東京",
    "東京都に住んでいます, 京都",
    "東京都に住んでいます, 都",
    "東京都に住んでいます, 住んで",
    "データベースを移行, ベース",
    "ﾃﾞｰﾀを移行, データ",
    "我们测试了导入功能, 测试",
    "데이터베이스를 옮겼다, 베이스"
  })
  void text_without_spaces_is_found_by_any_of_its_characters(String written, String query) {
    write("hit", "Log: " + written + "。");
    write("miss", "東西 南北 テスト 시험");
    assertThat(find(query)).containsExactly("hit");
  }

  @Test
  void a_phrase_of_characters_must_be_in_order() {
    write("hit", "東京都");
    assertThat(find("京東")).isEmpty();
    assertThat(find("東都")).isEmpty();
  }

  @Test
  void the_trash_and_the_filters_of_the_list_restrict() {
    Entry gone = writeOn("2026-02-01", "gone", "word");
    writeOn("2026-02-02", "second", "word", "a");
    writeOn("2026-02-03", "third", "word");
    store.trash(USER, List.of(gone.id()));

    assertThat(find("word")).containsExactly("third", "second");
    assertThat(titles(search("word", EntryFilter.ALL.inTrash(), Order.BEST).entries()))
        .containsExactly("gone");
    assertThat(
            titles(
                search("word", EntryFilter.ALL.between(LocalDate.of(2026, 2, 3), null), Order.BEST)
                    .entries()))
        .containsExactly("third");
    assertThat(titles(search("word", EntryFilter.ALL.withTags(List.of("A")), Order.BEST).entries()))
        .containsExactly("second");
  }

  @Test
  void the_best_match_or_the_newest_comes_first() {
    writeOn("2026-02-01", "Load", "The load test is what this is about: load, load, load.");
    writeOn(
        "2026-02-05", "newer", "Many other words, and once in a long text also load, somewhere.");

    assertThat(find("load")).containsExactly("Load", "newer");
    assertThat(titles(search("load", EntryFilter.ALL, Order.NEWEST).entries()))
        .containsExactly("newer", "Load");
  }

  @Test
  void the_total_counts_more_than_are_returned() {
    for (int i = 0; i < 30; i++) {
      write("t" + i, "word");
    }
    SearchQuery query = SearchQuery.parse("word", TODAY);
    SearchResults found = search(service(), SearchRequest.of(query, Order.BEST, 7));
    assertThat(found.total()).isEqualTo(30);
    assertThat(found.entries()).hasSize(7);
    assertThat(found.current()).isTrue();
  }

  @Test
  void an_empty_query_finds_nothing() {
    write("a", "b");
    for (String query : List.of("", "  ", "from:", "\"")) {
      assertThat(search(query).total()).as(query).isZero();
    }
  }

  @Test
  void matches_are_shown_in_context_without_markup() {
    Entry entry =
        write(
            "Load test",
            "# Today\n\nThe **third** run of the [load test](http://x/load) held 900 requests.\n"
                + "- [x] Nothing else.\n");

    MatchContext context = search("\"load test\"").context(entry.id());

    assertThat(context.title()).isEqualTo(new MarkedText("Load test", List.of(new Mark(0, 9))));
    assertThat(context.snippets()).hasSize(1);
    MarkedText snippet = context.snippets().getFirst();
    assertThat(snippet.text())
        .isEqualTo("The third run of the load test held 900 requests. Nothing else.");
    assertThat(marked(snippet)).containsExactly("load test");
  }

  private static List<String> marked(MarkedText text) {
    return text.marks().stream()
        .map(mark -> text.text().substring(mark.start(), mark.end()))
        .toList();
  }

  @Test
  void every_matching_word_is_marked_as_it_is_written() {
    Entry entry = write("", "Übungen machen. Die Uebung, und eine ÜBUNG der Prüfung.");

    assertThat(marked(search("die übung").context(entry.id()).snippets().getFirst()))
        .containsExactly("Übungen", "Die", "Uebung", "ÜBUNG");
  }

  @Test
  void a_passage_from_the_middle_of_a_long_text_says_so() {
    String filler = "Words of the day that nobody is looking for go on and on ".repeat(40);
    Entry entry = write("", filler + "until the needle comes, and then " + filler);

    MarkedText snippet = search("needle").context(entry.id()).snippets().getFirst();

    assertThat(snippet.text()).startsWith("… ").endsWith(" …").hasSizeLessThan(180);
    assertThat(marked(snippet)).containsExactly("needle");
  }

  @Test
  void several_passages_are_in_the_order_of_the_text() {
    String filler = "Words of the day that nobody is looking for. ".repeat(20);
    Entry entry =
        write("", "One needle. " + filler + "Two needles, a needle. " + filler + "Needle three.");

    List<MarkedText> snippets = search("needle").context(entry.id()).snippets();

    assertThat(snippets).extracting(MarkedText::text).hasSize(3);
    assertThat(snippets.get(0).text()).startsWith("One needle.");
    assertThat(snippets.get(1).text()).startsWith("Two needles");
    assertThat(snippets.get(2).text()).startsWith("Needle three.");
  }

  @Test
  void an_entry_that_matches_in_its_title_only_shows_the_title() {
    Entry entry = write("Importer", "Other words.");
    assertThat(search("importer").context(entry.id()).hits()).containsExactly("Importer");
  }

  @Test
  void a_misspelled_word_is_corrected_to_one_of_the_journal() {
    write("a", "The importer and the Übungen.");

    assertThat(search("imporrter ").didYouMean()).isEqualTo("importer ");
    assertThat(search("mporter").didYouMean()).isEqualTo("importer");
    assertThat(search("the \"imprter and\"").didYouMean()).isEqualTo("the \"importer and\"");
    assertThat(search("Übunken tag:x").didYouMean()).as("still finds nothing").isNull();
    assertThat(search("Übunken").didYouMean()).isEqualTo("Übungen");
    assertThat(search("importer").didYouMean()).isNull();
    assertThat(search("qqqqqq").didYouMean()).isNull();
  }

  @Test
  void emoji_and_punctuation_alone_are_no_error() {
    write("a", "b");
    for (String query : List.of("-", "!!!", "...", "#", "\"...\"", "*", "a:b", "(", "[x", "\\")) {
      search(query);
    }
  }
}
