package app.fragments.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.Journal;
import app.fragments.report.Period;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.report.html.ReportContent.CitedFragment;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class ReportHtmlTest {
  private static final String REPORT =
      """
      # Weekly Progress Report

      The importer shipped on Friday and is live for all teams [F6].

      ## Highlights

      - **Importer released.** 2,540 entries are read in 4 seconds on a laptop [F6]; the encoding bug
        found while pairing with Maria is fixed [F5, F6].
      - **Faster than planned.** 900 requests a second with p95 at 42 ms [F2], an improvement of 45 %.

      ## Blockers

      - The staging database was away until noon [F1].
      - See [the wiki](https://wiki.example.org/incidents/17) [F3].
      """;

  private final List<Entry> week = Journal.week().entries();
  private final ReportHtml html = new ReportHtml(Locale.ENGLISH);

  private ReportContent content(String markdown, String model) {
    CheckResult checks = new FactCheck().check(markdown, week);
    List<CitedFragment> fragments = week.stream().map(CitedFragment::of).toList();
    return new ReportContent(markdown, Period.of(week), model, fragments, checks, Set.of());
  }

  private Document page(String markdown) {
    return Jsoup.parse(
        html.page(content(markdown, "gemini-flash-latest"), ReportTheme.LIGHT).html());
  }

  @Test
  void citations_are_links_that_name_their_fragment() {
    assertThat(page(REPORT).select("a.c").eachAttr("href"))
        .containsExactly(
            "fragment:6",
            "fragment:6",
            "fragment:5",
            "fragment:6",
            "fragment:2",
            "fragment:1",
            "fragment:3");
    assertThat(page(REPORT).select("p").first().text())
        .isEqualTo("The importer shipped on Friday and is live for all teams 6.");
  }

  @Test
  void each_block_finds_its_own_direction() {
    Document page = page("# שבוע\n\nשלום [F1].\n\n- one\n\n> two\n");

    assertThat(page.select("h1, p, ul, li, blockquote").eachAttr("dir"))
        .hasSizeGreaterThan(4)
        .containsOnly("auto");
  }

  @Test
  void a_direction_override_ends_with_its_own_text() {
    Entry hostile = week.getFirst().withText("evil \u202Etitle", "Words");
    ReportContent content =
        new ReportContent(
            "# A\n\nOver\u202Eride [F1].\n",
            Period.of(week),
            "digest",
            List.of(CitedFragment.of(hostile)),
            CheckResult.NONE,
            Set.of());

    assertThat(Jsoup.parse(html.export(content)).select("p").first().text())
        .startsWith("\u2068Over\u202Eride\u202C\u2069");
    assertThat(Jsoup.parse(html.export(content)).select("li").first().text())
        .startsWith("\u2068evil \u202Etitle\u202C\u2069 · ");
    assertThat(content.exportMarkdown(Locale.ENGLISH))
        .contains("Over\u202Eride [F1].\u202C\n")
        .contains("- F1: \u2068evil \u202Etitle\u202C\u2069 · ");
  }

  @Test
  void the_line_under_the_title_has_period_model_coverage_and_claims() {
    assertThat(page(REPORT).select("h1 + .meta > span").eachText())
        .containsExactly(
            "Feb 2 – 6, 2026", "Gemini Flash", "5 of 6 fragments used", "1 claim to check");
  }

  @Test
  void a_flag_marks_its_clause_and_has_a_note_under_its_bullet() {
    Document page = page(REPORT);
    assertThat(page.select(".flag").eachText()).containsExactly("an improvement of 45 %");
    assertThat(page.select("li:has(.flag) > .note b").text())
        .isEqualTo("“45 %” is not in your fragments.");
    assertThat(page.select(".note a").eachAttr("href")).containsExactly("fragment:2", "dismiss:0");
    assertThat(page.select(".note").text())
        .contains("F2 says: 900 requests a second, p95 at 42 ms. Goal was 60 ms.");
  }

  @Test
  void a_dismissed_flag_is_not_shown() {
    ReportContent content = content(REPORT, "m").withDismissed(Set.of(0));
    Document page = Jsoup.parse(html.page(content, ReportTheme.DARK).html());
    assertThat(page.select(".flag, .note, .pill.warn")).isEmpty();
  }

  @Test
  void coverage_lists_fragments_that_no_sentence_used() {
    assertThat(page(REPORT).select(".coverage a").eachAttr("href")).containsExactly("fragment:4");
    assertThat(page(REPORT).select(".coverage li").text())
        .isEqualTo("Customer call: Nordwind · Thu 5 Feb 2026");
  }

  @Test
  void a_digest_is_labelled_once() {
    ReportContent content =
        content("# Report\n\n*Digest, made on this computer without AI*\n\nText [F1].", "digest");
    assertThat(Jsoup.parse(html.page(content, ReportTheme.LIGHT).html()).body().text())
        .containsOnlyOnce("Digest, made on this computer without AI");
  }

  @Test
  void nothing_is_loaded_and_nothing_runs() {
    Document page = page(REPORT);
    assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
        .isEqualTo("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    assertThat(page.select("script, img, link, iframe, object, form")).isEmpty();
  }

  @Test
  void the_export_is_self_contained() {
    Document page = Jsoup.parse(html.export(content(REPORT, "m")));
    assertThat(page.select("a[href^=fragment:], a[href^=dismiss:]")).isEmpty();
    assertThat(page.select("a.c").first().attr("href")).isEqualTo("#source-6");
    assertThat(page.select("#source-6").text()).isEqualTo("Shipped the importer · Fri 6 Feb 2026");
    assertThat(page.select(".sources li")).hasSize(6);
    assertThat(page.select(".flag").text()).isEqualTo("an improvement of 45 %");
  }

  @Test
  void rich_text_has_no_classes_and_its_sources() {
    String copy = html.richText(content(REPORT, "m"));
    assertThat(copy).contains("<sup>[6]</sup>", "<strong>Importer released.</strong>");
    assertThat(copy)
        .contains("<span style=\"background-color:#fff4dc\">an improvement of 45 %</span>");
    assertThat(Jsoup.parse(copy).select("ol li")).hasSize(6);
    assertThat(copy).doesNotContain("fragment:", "class=\"c\"");
  }

  @Test
  void markdown_export_lists_the_sources() {
    assertThat(content(REPORT, "m").exportMarkdown(Locale.ENGLISH))
        .startsWith("# Weekly Progress Report")
        .endsWith("- F6: Shipped the importer · Fri 6 Feb 2026\n");
  }

  @Test
  void a_missing_fragment_is_labelled_as_missing() {
    ReportContent all = content(REPORT, "m");
    List<CitedFragment> gone = week.stream().map(entry -> CitedFragment.gone(entry.id())).toList();
    ReportContent content =
        new ReportContent(REPORT, all.period(), "m", gone, all.checks(), Set.of());
    assertThat(
            Jsoup.parse(html.page(content, ReportTheme.LIGHT).html()).select(".coverage li").text())
        .isEqualTo("No longer in the journal");
  }

  @Test
  void a_note_and_its_citation_show_the_same_number() {
    Journal journal = new Journal();
    IntStream.range(0, 1_234).forEach(i -> journal.add("2026-02-02", "", "Read 17 pages."));
    String report = "- It read 18 pages [F1234].";
    CheckResult checks = new FactCheck().check(report, journal.entries());
    List<CitedFragment> all = journal.entries().stream().map(CitedFragment::of).toList();
    Period period = Period.of(journal.entries());
    ReportContent content = new ReportContent(report, period, "m", all, checks, Set.of());
    assertThat(Jsoup.parse(html.page(content, ReportTheme.LIGHT).html()).select(".note").text())
        .contains("Open F1234", "F1234 says: Read 17 pages.");
  }

  @Test
  void tasks_have_a_box_that_cannot_be_ticked() {
    Document page = page("- [x] done [F1]\n- [ ] open [F6]");
    assertThat(page.select("li.task > input[type=checkbox][disabled]")).hasSize(2);
    assertThat(page.select("input[checked]")).hasSize(1);
  }

  @Test
  void an_unknown_citation_is_no_link() {
    Document page = page("It is live [F99].");
    assertThat(page.select("span.c.unknown").text()).isEqualTo("F99");
    assertThat(page.select(".note b").text())
        .isEqualTo("“F99” is not one of the selected fragments.");
  }

  @Test
  void a_draft_may_end_at_any_character() {
    for (int end = 0; end <= REPORT.length(); end += 3) {
      ReportContent content = content(REPORT.substring(0, end), "m");
      Document draft = Jsoup.parse(html.draft(content, ReportTheme.LIGHT).html());
      assertThat(draft.body().text()).doesNotContain("**", "[F", "##");
    }
  }
}
