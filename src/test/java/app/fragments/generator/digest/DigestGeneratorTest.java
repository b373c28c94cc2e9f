package app.fragments.generator.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.generator.Cancellation;
import app.fragments.generator.GenerationListener;
import app.fragments.generator.GenerationRequest;
import app.fragments.generator.GeneratorException;
import app.fragments.generator.IgnoringListener;
import app.fragments.job.FailureKind;
import app.fragments.job.Progress;
import app.fragments.job.RawAnswer;
import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.Journal;
import app.fragments.report.Period;
import app.fragments.report.ReportTemplate;
import app.fragments.report.ReportText;
import app.fragments.report.factcheck.Citation;
import app.fragments.report.factcheck.FactCheck;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigestGeneratorTest {
  private static GenerationRequest request(List<Entry> entries) {
    return new GenerationRequest(
        ReportTemplate.WEEKLY_PROGRESS, Period.of(entries), entries, Duration.ofMinutes(1));
  }

  private static String digest(List<Entry> entries) throws GeneratorException {
    return new DigestGenerator()
        .generate(request(entries), new IgnoringListener(), new Cancellation())
        .markdown();
  }

  private static List<String> section(String markdown, String heading) {
    return markdown
        .lines()
        .dropWhile(line -> !line.equals("## " + heading))
        .skip(1)
        .takeWhile(line -> !line.startsWith("## "))
        .filter(line -> line.startsWith("- "))
        .toList();
  }

  /// Journals of many kinds, none of whose digests may have a flag.
  static Stream<List<Entry>> journals() {
    String diary =
        "2nd (Lord’s day). Some of our maids sitting up late called us about three in the morning,"
            + " to tell us of a great storm upon the river. So I rose and slipped on my gown, and"
            + " went to the window with Mr. Harding; but, being unused to such storms as followed,"
            + " I thought it far off; and so went to bed again. By and by Jane comes and tells me"
            + " that above 300 boats have been lost by the storm, and that Dr. Lowe’s yard is under"
            + " water.";
    String later =
        "Up by five, and to St. Olave’s, where Sir R. Moore and I spoke of the storm and the boats;"
            + " and there Dr. Lowe was, very sad, having lost £2,350 by it, and his yard, etc., all"
            + " gone.";
    return Stream.of(
        Journal.week().entries(),
        ProductFortnight.entries(),
        new Journal().add("1666-03-02", "", diary).add("1666-03-03", "", later).entries(),
        new Journal().add("2026-01-05", "", "One line only.").entries(),
        new Journal().add("2026-01-05", "Only a title", "").entries(),
        new Journal().add("2026-01-05", "Ok", "Done.").add("2026-01-06", "", "").entries(),
        new Journal()
            .add(
                "2026-01-05",
                "Notes *with* [marks]",
                "See [F9] and [x](javascript:y) <b>now</b>. # no")
            .add(
                "2026-01-06",
                "#1",
                "- [ ] \n- [ ] `code_here` **must** stay\n\n1. First\n2. Second")
            .entries(),
        new Journal()
            .add("2026-01-05", "会議", "今日は新しい検索機能について話しました。来週までに完成させます。", "仕事")
            .add("2026-01-06", "検索", "検索機能の試験が終わりました。結果は良好です。", "仕事")
            .entries(),
        new Journal()
            .add(
                "2026-01-05",
                "Besuch in Köln",
                "Der Kunde möchte den Bericht als PDF. Am 12. Januar rufen wir an.")
            .add(
                "2026-01-07",
                "Bericht",
                "Der Bericht für den Kunden ist fertig, 14 Seiten, und er ist gut.")
            .entries());
  }

  @ParameterizedTest
  @MethodSource("journals")
  void nothing_in_a_digest_is_flagged(List<Entry> entries) throws GeneratorException {
    String markdown = digest(entries);
    assertThat(new FactCheck().check(markdown, entries).flagged()).as(markdown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("journals")
  void every_line_is_cited_and_none_is_repeated(List<Entry> entries) throws GeneratorException {
    List<Passage> lines =
        new Markdown()
            .passages(digest(entries)).stream()
                .filter(passage -> passage.kind() == Passage.Kind.PARAGRAPH)
                .filter(passage -> !passage.text().equals(ReportText.DIGEST_LABEL))
                .toList();
    assertThat(lines).allSatisfy(line -> assertThat(Citation.findAll(line)).isNotEmpty());
    assertThat(lines).extracting(Passage::text).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @MethodSource("journals")
  void the_same_fragments_give_the_same_digest(List<Entry> entries) throws GeneratorException {
    assertThat(digest(entries)).isEqualTo(digest(entries));
  }

  @Test
  void a_digest_starts_with_title_label_and_summary() throws GeneratorException {
    assertThat(digest(ProductFortnight.entries()).lines().limit(5).toList())
        .startsWith(
            "# Weekly Progress Report", "", "*Digest, made on this computer without AI*", "")
        .last()
        .asString()
        .startsWith("14 fragments from 10 days, Mar 2 – 13, 2026. Main topics: **")
        .contains("**queries**");
  }

  @Test
  void highlights_are_results_not_small_talk() throws GeneratorException {
    List<String> highlights = section(digest(ProductFortnight.entries()), "Highlights");
    assertThat(highlights).hasSizeBetween(3, 5);
    assertThat(String.join("\n", highlights))
        .contains("golden queries")
        .doesNotContain("Coffee", "Slept");
  }

  @Test
  void open_tasks_are_next_steps_but_done_ones_are_not() throws GeneratorException {
    assertThat(section(digest(ProductFortnight.entries()), "Next steps"))
        .contains(
            "- nightly run in CI [F2]",
            "- health check before the alias switch [F8]",
            "- runbook [F8]")
        .noneMatch(line -> line.contains("spike"))
        .noneMatch(line -> line.contains("write down"));
  }

  @Test
  void blockers_are_listed() throws GeneratorException {
    assertThat(section(digest(ProductFortnight.entries()), "Blockers"))
        .anyMatch(line -> line.contains("Blocked on the staging cluster"))
        .anyMatch(line -> line.contains("Waiting for review by Tomas"));
  }

  @Test
  void distinguishing_tags_become_themes() throws GeneratorException {
    assertThat(digest(ProductFortnight.entries()))
        .contains("## By theme", "### Search", "### Customers")
        .doesNotContain("## By day");
  }

  @Test
  void recurring_names_are_listed_with_their_dates() throws GeneratorException {
    assertThat(section(digest(ProductFortnight.entries()), "Recurring topics"))
        .anyMatch(line -> line.startsWith("- **Helvetia Freight** on Mar 3, Mar 5, Mar 9, Mar 12"))
        .anyMatch(line -> line.startsWith("- **Tomas** "));
  }

  @Test
  void a_digest_of_a_short_journal_cites_every_fragment() throws GeneratorException {
    List<Entry> entries = ProductFortnight.entries();
    CheckResult checks = new FactCheck().check(digest(entries), entries);
    assertThat(checks.unusedEntryIds()).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void long_sentences_are_cut_at_a_clause() throws GeneratorException {
    String long1 =
        "We moved the whole archive to the new machine in one night; the copy ran at the full speed"
            + " of the disk, which nobody had expected after the trials of the week before, and"
            + " when morning came the last of the boxes had been checked twice, labelled and put"
            + " away.";
    List<Entry> entries = new Journal().add("2026-01-05", "", long1).entries();
    assertThat(section(digest(entries), "Highlights"))
        .containsExactly("- We moved the whole archive to the new machine in one night … [F1]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr. Smith came in.",
        "We met at 5 p.m. near St. Paul’s.",
        "E.g. Dr. Who.",
        "Am 3. Februar haben wir getestet.",
        "Im 2. Quartal folgt der Rest.",
        "Wir testen z. B. Anmeldung und Suche.",
        "Das kostet 1,5 Mio. Euro inkl. Wartung.",
        "Mme. Curie viendra, p. ex. Paris.",
        "The U.S. Government agreed."
      })
  void abbreviations_do_not_end_a_sentence(String sentence) {
    assertThat(SentenceSplitter.split(sentence)).containsExactly(sentence);
  }

  @ParameterizedTest
  @ValueSource(strings = {"We closed 12. Then we left.", "Wir treffen uns am 12. Danach ist Ruhe."})
  void a_number_ends_a_sentence(String sentences) {
    assertThat(SentenceSplitter.split(sentences)).hasSize(2);
  }

  @Test
  void finished_tasks_are_results() throws GeneratorException {
    String digest =
        digest(
            new Journal()
                .add("2026-02-02", "", "- [x] Shipped the importer\n- [x] Fixed the login for Acme")
                .add("2026-02-03", "", "- [x] Closed 12 support tickets\n- [ ] Call the bank")
                .add("2026-02-04", "", "")
                .entries());

    assertThat(section(digest, "Highlights"))
        .anyMatch(line -> line.contains("Shipped the importer"));
    assertThat(digest).contains("Closed 12 support tickets").doesNotContain("F3");
    assertThat(section(digest, "Next steps")).containsExactly("- Call the bank [F2]");
  }

  @Test
  void comments_tags_and_struck_out_text_are_not_quoted() throws GeneratorException {
    String digest =
        digest(
            new Journal()
                .add(
                    "2026-02-02",
                    "Notes",
                    """
                    <!-- private: ask Bob about the layoffs -->

                    We wrote the <b>plan</b> for March <!-- or April --> together.

                    <details><summary>More of it</summary>
                    It has four parts and a summary.
                    </details>

                    - ~~Nordwind signed the contract~~ they did not sign it
                    - [ ] ~~Call the caterer~~
                    """)
                .entries());

    assertThat(digest)
        .contains("We wrote the plan for March together.", "It has four parts and a summary.")
        .contains("they did not sign it")
        .doesNotContain("Bob", "April", "<", "details", "Nordwind signed", "caterer");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "## Done\n- Merged the importer branch\n## Tomorrow\n- Release version 2 to customers\n"
            + "## Blockers\n- No access to the billing system",
        "**Done**\n- Merged the importer branch\n\n**Next**\n- Release version 2 to customers\n\n"
            + "Blockers:\n\n- No access to the billing system",
        "# Nächste Schritte\n\n- Release version 2 to customers\n\n# Probleme\n\n"
            + "- No access to the billing system\n\n# Erledigt\n\n- Merged the importer branch"
      })
  void headings_separate_plans_and_blockers_from_results(String text) throws GeneratorException {
    String digest = digest(new Journal().add("2026-02-02", "", text).entries());

    assertThat(section(digest, "Highlights")).containsExactly("- Merged the importer branch [F1]");
    assertThat(section(digest, "Blockers"))
        .containsExactly("- No access to the billing system [F1]");
    assertThat(section(digest, "Next steps"))
        .containsExactly("- Release version 2 to customers [F1]");
  }

  @Test
  void no_blockers_is_not_a_blocker() throws GeneratorException {
    String text = "We merged the importer.\n\n## Blockers\n\n- No blockers this week";
    assertThat(digest(new Journal().add("2026-02-02", "", text).entries()))
        .doesNotContain("## Blockers");
  }

  @Test
  void a_negated_result_is_not_a_result() {
    assertThat(SectionCues.isResult("The importer is finished.")).isTrue();
    assertThat(SectionCues.isResult("The importer isn’t finished.")).isFalse();
    assertThat(SectionCues.isResult("Nothing was shipped this week.")).isFalse();
  }

  @Test
  void line_by_line_notes_stay_apart_and_wrapped_lines_are_joined() throws GeneratorException {
    String notes =
        """
        09:00 Stand-up with the whole team
        10:30 Call with Nordwind about the export
        14:00 Fixed the encoding bug in the parser

        ☐ Book the train to Berlin
        ✅ Mailed Ann the new contract

        The export of large reports was slow for all of
        Nordwind and is quick now.
        """;
    String digest = digest(new Journal().add("2026-02-02", "", notes).entries());

    assertThat(digest)
        .contains("- 10:30 Call with Nordwind about the export [F1]")
        .contains("- Mailed Ann the new contract [F1]")
        .contains("slow for all of Nordwind and is quick now.");
    assertThat(section(digest, "Next steps")).containsExactly("- Book the train to Berlin [F1]");
  }

  @Test
  void a_task_is_not_split_into_sentences() throws GeneratorException {
    String task = "- [ ] Ask Tom for the key. He is away until Friday. Else ask Ann.";
    assertThat(section(digest(new Journal().add("2026-02-02", "", task).entries()), "Next steps"))
        .containsExactly("- Ask Tom for the key. He is away until Friday. Else ask Ann. [F1]");
  }

  @Test
  void headings_and_tables_are_used_if_there_is_nothing_else() throws GeneratorException {
    String table = "# Shipped the importer\n\n| a | b |\n|---|---|\n| 1 | 2 |";
    assertThat(digest(new Journal().add("2026-02-02", "", table).entries()))
        .contains("- Shipped the importer [F1]");
  }

  @Test
  void links_stop_words_and_verbs_are_not_topics() throws GeneratorException {
    Journal journal = new Journal();
    for (int day = 2; day < 6; day++) {
      journal.add(
          "2026-02-0" + day,
          "",
          "Asked Maria für das Budget, siehe https://github.com/acme/app/pull/"
              + day
              + " über alles.");
    }
    String digest = digest(journal.entries());

    assertThat(digest).doesNotContain("**für**", "**über**", "**github**", "**acme**");
    assertThat(section(digest, "Recurring topics"))
        .anyMatch(line -> line.startsWith("- **Maria** "))
        .noneMatch(line -> line.contains("Asked"));
  }

  @Test
  void tags_with_the_same_heading_share_a_group() throws GeneratorException {
    Journal journal = new Journal();
    List<String> subjects =
        List.of("parser", "importer", "editor", "search", "printer", "calendar", "export", "login");
    for (int i = 0; i < subjects.size(); i++) {
      String who = i < 4 ? "They" : "Nobody"; // "They" keeps it out of the highlights
      String text = who + " looked at our " + subjects.get(i) + " in room " + (100 + i) + ".";
      journal.add("2026-02-02", "", text, i < 4 ? "load-test" : i < 7 ? "load test" : "customers");
    }
    List<Entry> entries = journal.entries();

    assertThat(new FactCheck().check(digest(entries), entries).unusedEntryIds()).isEmpty();
  }

  @Test
  void fragments_without_words_fail_as_empty() {
    List<Entry> blank = new Journal().add("2026-01-05", " ", " \n").entries();
    assertThatThrownBy(() -> digest(blank))
        .isInstanceOfSatisfying(
            GeneratorException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.EMPTY));
  }

  @Test
  void a_cancelled_digest_stops() {
    Cancellation cancellation = new Cancellation();
    GenerationListener canceller =
        new GenerationListener() {
          @Override
          public void progress(Progress progress) {
            cancellation.cancel(Cancellation.Reason.CANCELLED);
          }

          @Override
          public void preview(String markdownSoFar) {}
        };
    assertThatThrownBy(
            () ->
                new DigestGenerator()
                    .generate(request(ProductFortnight.entries()), canceller, cancellation))
        .isInstanceOfSatisfying(
            GeneratorException.class, e -> assertThat(e.kind()).isEqualTo(FailureKind.CANCELLED));
  }

  @Test
  void progress_and_previews_lead_to_the_report() throws GeneratorException {
    List<String> previews = new ArrayList<>();
    List<Progress> steps = new ArrayList<>();
    GenerationListener listener =
        new GenerationListener() {
          @Override
          public void progress(Progress progress) {
            steps.add(progress);
          }

          @Override
          public void preview(String markdownSoFar) {
            previews.add(markdownSoFar);
          }
        };
    RawAnswer answer =
        new DigestGenerator()
            .generate(request(ProductFortnight.entries()), listener, new Cancellation());
    assertThat(previews).isSortedAccordingTo((a, b) -> b.startsWith(a) ? 0 : 1);
    assertThat(previews).last().isEqualTo(answer.markdown());
    assertThat(steps).last().extracting(Progress::done).isEqualTo(14);
    assertThat(answer.model()).isEqualTo("digest");
  }

  @Test
  void a_thousand_fragments_are_digested() throws GeneratorException {
    List<String> words =
        IntStream.range(0, 3_000).mapToObj(i -> "w" + Integer.toString(i * 7919, 36)).toList();
    Random random = new Random(1);
    Journal journal = new Journal();
    for (int i = 0; i < 1_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int k = 0; k < 60; k++) {
        text.append(words.get(random.nextInt(3_000))).append(k % 12 == 11 ? ". The " : " ");
      }
      journal.add("2026-01-" + (10 + i % 20), "", text.toString());
    }
    assertThat(digest(journal.entries())).contains("1000 fragments from 20 days");
  }
}
