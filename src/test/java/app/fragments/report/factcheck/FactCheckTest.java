package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import app.fragments.report.Journal;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FactCheckTest {
  private final List<Entry> week = Journal.week().entries();
  private final FactCheck factCheck = new FactCheck();

  private List<Flag> flags(String markdown) {
    return factCheck.check(markdown, week).flagged();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2540 entries in 4 seconds [F6].",
        "2 540 entries in four seconds [F6].",
        "2.540 entries in 4s [F6].",
        "All of the 2,540 entries, i.e. 2.54k, took 4 s [F6].",
        "p95 was 42ms against a 60 ms goal at 900 requests/second [F2].",
        "3 of 14 files, three of fourteen, were wrong [F5].",
        "Two flaky tests and one incident [F3].",
        "Shipped on February 6, 2026 [F6].",
        "Shipped on 6 Feb [F6], tested Feb 4th [F2].",
        "Shipped on 2026-02-06, on 06.02.2026, or on 2/6/2026 [F6].",
        "Shipped on Friday, the 6th [F6].",
        "The period is Feb 2 – Feb 6, 2026 [F1].",
        "From Feb 2–6, 2026, in week 6 [F1][F6].",
        "The next call is on February 12, 2026 at 16:00 [F4].",
        "It was written at 9:30 am [F1].",
        "6 fragments from 4 days tell of it [F1]-[F6].",
        "The 3 fragments here span 3 days [F1][F2][F6].",
        "It stopped work until 12:00 [F1].",
        "Maria and Jonas, MARIA’s pair, met Nordwind's board [F4][F5].",
        "In the call with Nordwind the PDFs came up [F4].",
        "**Importer Released.** It is live [F6].",
        "**Incident:** The index on `leased_at` was missing [F3].",
        "See <https://wiki.example.org/incidents/17> or [the"
            + " wiki](https://WIKI.example.org/incidents/17/) [F3].",
        "Monday was lost to staging [F1].",
        "latin-1 is no UTF-8 [F5]. However, it is fixed [F5].",
        "I’m told the team is happy, and I agree [F6].",
        "“Saves me an hour”, as Jonas said [F6].",
        "1. The importer is live [F6]\n2. Nordwind asked for a PDF [F4]",
        "| What | Value |\n|---|---|\n| p95 | 42 ms [F2] |\n| Goal | 60 ms |",
        "Das Ergebnis ist mit der Auswertung und dem Import von Nordwind fertig und nicht schlecht"
            + " [F6].",
        "会議は終わりました [F1]。",
        "- ✅ Completed the importer [F6]\n- 🚀 **Launched the importer:** it is live [F6].",
        "- ⚠️ Blocked until noon [F1]\n- 👩🏽‍🔬 Tested it [F2]\n- 1️⃣ Released it [F6]",
        "✓ Delivered the importer [F6]\n\n"
            + "→ Rolled out [F6]\n\n"
            + "\\>> Rolled out [F6]\n\n"
            + "It is live\n"
            + "= Rolled out [F6]\n\n"
            + "‣ Rolled out [F6]",
        "**Status:** green  \n**Outlook:** fine  \nConfidence is high [F6]",
        "Status is green\nOutlook is fine [F6]",
        "## 8. Highlights\n\n### 8.1. Results\n\n## 22) Blockers",
        "Встреча с клиентом прошла хорошо [F4].",
      })
  void supported_statements_are_not_flagged(String line) {
    assertThat(flags(line)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "It is an improvement of 45 % [F2].|NUMBER|45 %",
        "It is 60 % better [F2].|NUMBER|60 %",
        "It is forty-five percent better [F2].|NUMBER|forty-five percent",
        "2,541 entries were read [F6].|NUMBER|2,541",
        "It took 4.5 s [F6].|NUMBER|4.5",
        "It is p99 that counts [F2].|NUMBER|99",
        "The call is at 17:00 [F4].|NUMBER|17:00",
        "7 fragments tell of it [F1].|NUMBER|7",
        "Version 1.2.3 is out [F6].|NUMBER|1.2.3",
        "It shipped on Feb 9 [F6].|DATE|Feb 9",
        "It shipped on 2026-02-09 [F6].|DATE|2026-02-09",
        "It shipped on February 6, 2025 [F6].|DATE|February 6, 2025",
        "It shipped on Sunday [F6].|DATE|Sunday",
        "It was Peter who asked [F4].|NAME|Peter",
        "We met Peter Smith [F4].|NAME|Peter Smith",
        "Peter Smith called [F4].|NAME|Peter Smith",
        "It runs on PostgreSQL [F3].|NAME|PostgreSQL",
        "✅ Completed it with Peter [F6].|NAME|Peter",
        "🚀 **Launched it with Peter:** it is live [F6].|NAME|Peter",
        "It is live in C++ Globex [F6].|NAME|Globex",
        "It is live for Maria + Globex [F6].|NAME|Globex",
        "It is live for Nordwind® Globex [F6].|NAME|Globex",
        "## 77 files of 14|NUMBER|77",
        "Ask at http://evil.example/x [F3].|LINK|http://evil.example/x",
        "Read [this](https://evil.example) [F3].|LINK|this",
        "It is live [F7].|CITATION|F7",
        "It is live [F6, F99].|CITATION|F99",
        "It is live [F0][F6].|CITATION|F0",
        "The importer is live for all teams.|UNCITED|The importer is live for all teams.",
        "- The importer is live for all teams.|UNCITED|The importer is live for all teams.",
      })
  void unsupported_statements_are_flagged(String line, FlagKind kind, String text) {
    assertThat(flags(line))
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.kind()).isEqualTo(kind);
              assertThat(flag.text()).isEqualTo(text);
              assertThat(flag.line()).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# Weekly Progress Report",
        "## Peter’s Theme\n\nIt is live [F6].",
        "*Digest, made on this computer without AI*",
        "**Period:** Feb 02 – Feb 06, 2026",
        "The highlights of the week are:\n\n- It is live [F6].",
        "- **Release**\n  - It is live [F6].",
        "None.",
        "Keine Blocker.",
        "Kein Blocker.",
        "Aucun blocage.",
        "Aucune.",
        "Ninguno.",
        "Ningún bloqueo.",
        "Nessuno.",
        "No blockers were noted.",
        "---",
        "> “This saves me an hour.”\n\nSaid Jonas [F6].",
        "- It is live.\n\n  More of it [F6].",
      })
  void labels_and_lead_ins_need_no_citation(String markdown) {
    assertThat(flags(markdown)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The latency was 130 ms, of 120130140 or so [F1].|",
        "Size 300 of 250,300,410 [F1]; 14 of 12,14,16 [F1].|",
        "404 errors, or 12,404 [F1].|",
        "2.5 million EUR, which is 2.5M [F1].|",
        "It cost 7 hundred, or seven hundred [F1].|",
        "Released v1.2.10, then 3.4.11 [F1].|",
        "Work on 3.4.11 began on April 3, on 4.3.2026 and on 08.03.26 [F1].|",
        "234 things [F1].|NUMBER 234",
        "2 million [F1].|NUMBER 2 million",
        "Three million [F1].|NUMBER Three million",
        "Released v2.1.10 [F1].|NUMBER 2.1.10",
        "Work of February 1 [F1].|DATE February 1",
        "Work of November 3 [F1].|DATE November 3",
      })
  void lists_of_numbers_scales_and_versions_are_told_apart(
      String report, @Nullable String flagged) {
    List<Entry> fragments =
        new Journal()
            .add(
                "2026-03-05",
                "",
                "Latencies: 120 130 140 ms. Sizes 250,300,410 and 12,14,16. 12 404 errors, 1,234"
                    + " things. 2.5M EUR, 7 hundred. Shipped v1.2.10, then 3.4.11. Am"
                    + " 3.4.26 und am 08.03.26.")
            .entries();
    assertThat(factCheck.check(report, fragments).flagged())
        .extracting(flag -> flag.kind() + " " + flag.text())
        .isEqualTo(flagged == null ? List.of() : List.of(flagged));
  }

  @Test
  void a_link_is_recognized_whatever_surrounds_it() {
    List<Entry> fragments =
        new Journal()
            .add(
                "2026-03-05",
                "",
                "[a](https://x.org/a)/[b](https://x.org/b)"
                    + " |[c](https://x.org/c)|[d](https://x.org/d) [z](https://z.org)—end"
                    + " https://x.org/e。次 https://x.org/?x=1&amp;y=2 https://x.org/g—so,"
                    + " github.com/acme/app and [f]\n\n"
                    + "[f]: https://x.org/f")
            .entries();
    String report =
        "[a](https://x.org/a) [b](https://x.org/b) [c](https://x.org/c) [d](https://x.org/d)"
            + " [z](https://z.org) [e](https://x.org/e) https://x.org/e。"
            + " [y](https://x.org/?x=1&y=2) [g](https://x.org/g) [app](https://github.com/acme/app)"
            + " [f](https://x.org/f) [F1]";
    assertThat(factCheck.check(report, fragments).flagged()).isEmpty();
    String invented =
        "[v](https://x.org/v), [w](https://github.com/acme), [x](https://acme/app), [y](http://x)"
            + " [F1]";
    assertThat(factCheck.check(invented, fragments).flagged())
        .extracting(Flag::text)
        .containsExactly("v", "w", "x", "y");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "On February 4, 5 and 6 all went well [F1].",
        "February 4th, 5th, and 6th, 2026 [F1]; Feb 4 – Feb 6, 2026 [F1].",
        "Am 4. und 6. Februar, am 4., 5. und 6. Februar 2026, vom 4. bis zum 6. Februar [F1].",
        "Réunion le 1er mars 2026 [F1]. Les 4 et 6 février. Du 4 au 6 février 2026, 4 févr. 2026"
            + " [F1].",
        "Les 4 et 6 fe\u0301vrier, am 3. Ma\u0308rz, le 5 aou\u0302t et le 9 juil. [F1].",
        "El 4 de febrero de 2026, del 4 al 6 de febrero, 4 e 6 febbraio, 1º de marzo [F1].",
        "On 2/4, by 6/2, and in 2026-02 [F1].",
        "Period: 2026-02",
        "It took until 6 Feb. Then it was done [F1].",
      })
  void dates_in_lists_and_other_languages_are_recognized(String report) {
    List<Entry> fragments =
        new Journal()
            .add("2026-02-04", "", "Treffen am 3. Ma\u0308rz und am 1. März.")
            .add("2026-02-05", "", "Relance le 5 aou\u0302t, puis 9 juillet.")
            .add("2026-02-06", "", "So far.")
            .entries();
    assertThat(factCheck.check(report, fragments).flagged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "On February 4, 5 and 19 [F1].|DATE|February 4, 5 and 19",
        "Am 4. und 19. Februar [F1].|DATE|4. und 19. Februar",
        "Le 19 févr. 2026 [F1].|DATE|19 févr. 2026",
        "On 3/19 it ran [F1].|DATE|3/19",
        "It was in 2026-03 [F1].|DATE|2026-03",
        "On February 4, 19 bugs were fixed [F1].|NUMBER|19",
        "It ran on 2/3 of the files [F1].|NUMBER|2",
        "We set 19 flags [F1].|NUMBER|19",
      })
  void a_wrong_date_in_a_list_is_flagged(String report, FlagKind kind, String text) {
    List<Entry> fragments =
        new Journal().add("2026-02-04", "", "3 files.").add("2026-02-05", "", "").entries();
    assertThat(factCheck.check(report, fragments).flagged())
        .singleElement()
        .satisfies(
            flag -> {
              assertThat(flag.kind()).isEqualTo(kind);
              assertThat(flag.text()).isEqualTo(text);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "La réunion avec Antoine porte sur Orange et Allemagne [F1].|",
        "L’Allemagne a parlé, dit-on chez d’Antoine et D'Angelo [F1].|",
        "Avec Angelo, O’Brien et Brien, et l'Hospitalet, chez Orto [F1].|",
        "Con Dell'Orto [F1].|",
        "Réunion d'Ernest avec l'équipe de l'Espagne [F1].|Ernest, Espagne",
        "L'Espagne a parlé [F1].|Espagne",
        "Avec O'Hara et D’Amico, chez Dell'Acqua [F1].|O'Hara, D’Amico, Dell'Acqua",
        "They're here, and it isn't Antoine's [F1].|",
      })
  void a_name_is_recognized_after_an_elided_article(String report, @Nullable String names) {
    List<Entry> fragments =
        new Journal()
            .add(
                "2026-02-05",
                "Réunion d'Antoine avec l'équipe d'Orange; avis de l’Allemagne",
                "Angelo D'Angelo, O'Brien, Dell'Orto et l’Hospitalet.")
            .entries();
    assertThat(factCheck.check(report, fragments).flagged())
        .extracting(Flag::text)
        .containsExactly(names == null ? new String[0] : names.split(", "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "In dieser Woche wurde am Import gearbeitet, an dem in der Vorwoche Fehler auftraten [F1]."
            + " Der Abschluss der Arbeiten in dem Projekt gelang; an der Umsetzung der Umlaute in"
            + " den Dateien wurde in der Folge gefeilt [F1].",
        "Import fertig, Umlaute in Arbeit [F1]. Danach folgt ein Gespräch im Vorstand [F1].",
      })
  void german_nouns_are_not_names(String report) {
    List<Entry> fragments =
        new Journal()
            .add("2026-02-05", "", "Am Import und an den Umlauten gefeilt, das ist jetzt gut.")
            .entries();
    assertThat(factCheck.check(report, fragments).flagged()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "L'équipe des ventes et celle des achats ont vu Globex, avec l'aide des clients"
            + " [F6].|Globex",
        "O relatório das vendas e das contas foi feito por Globex para a reunião das equipas"
            + " [F6].|Globex",
        "On Monday, in an hour on the importer, Maria met Globex in a call on it [F6].|Globex",
      })
  void other_languages_are_not_mistaken_for_german(String report, String name) {
    assertThat(flags(report)).extracting(Flag::text).containsExactly(name);
  }

  @Test
  void a_flag_quotes_the_cited_fragment() {
    String report =
        "# Report\n\nAll went well [F6].\n\n- 900 requests a second with p95 at 42 ms [F2], an"
            + " improvement of 45 %.\n";
    assertThat(flags(report))
        .containsExactly(
            new Flag(
                FlagKind.NUMBER,
                "45 %",
                5,
                2,
                "900 requests a second, p95 at 42 ms. Goal was 60 ms."));
  }

  @Test
  void brackets_in_code_and_links_are_not_citations() {
    assertThat(flags("The importer is `[F6]` live for everybody, [\\[F6\\]](mailto:x@y.zz)."))
        .extracting(Flag::kind)
        .contains(FlagKind.UNCITED);
  }

  @Test
  void coverage_lists_the_fragments_that_nothing_cites() {
    CheckResult checks = factCheck.check("It is live [F6][F1-F3].", week);
    assertThat(checks.unusedEntryIds()).containsExactly(week.get(3).id(), week.get(4).id());
  }

  @Test
  void line_numbers_refer_to_the_markdown() {
    assertThat(flags("# T\n\n> It is live [F6]\n> since Feb 9.\n\n| a |\n|---|\n| 77 [F6] |\n"))
        .extracting(Flag::line)
        .containsExactly(4, 8);
  }

  @Test
  void an_empty_report_uses_no_fragment() {
    assertThat(factCheck.check("", week).flagged()).isEmpty();
    assertThat(factCheck.check("", week).unusedEntryIds()).hasSize(week.size());
  }

  @Test
  void only_the_error_among_a_thousand_fragments_is_flagged() {
    Journal journal = new Journal();
    String text = "Reviewed 17 pages with Maria and moved 2,500 rows on 3 March. ".repeat(3);
    IntStream.range(0, 1_000).forEach(i -> journal.add("2026-02-02", "Note " + i, text));
    StringBuilder report = new StringBuilder("# Report\n");
    IntStream.rangeClosed(1, 999)
        .forEach(i -> report.append("\n- Maria moved 2,500 rows on 3 March [F" + i + "].\n"));
    report.append("\n- Maria moved 2,501 rows [F1000].\n");
    assertThat(factCheck.check(report.toString(), journal.entries()).flagged())
        .containsExactly(
            new Flag(
                FlagKind.NUMBER,
                "2,501",
                2_001,
                1_000,
                "Reviewed 17 pages with Maria and moved 2,500 rows on 3 March."));
  }

  @Test
  void flags_are_limited() {
    assertThat(flags("It is 77 % [F1]. ".repeat(600))).hasSize(500);
  }

  @Test
  @Timeout(20)
  void a_run_of_combining_marks_takes_linear_time() {
    assertThat(flags("It is live [F6]." + "\u0301".repeat(200_000))).isEmpty();
  }
}
