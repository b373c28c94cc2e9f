package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.ReportText;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissingCitationRuleTest {

  private static List<String> violations(String markdown) {
    List<Passage> passages = new Markdown().passages(markdown);
    MissingCitationRule rule = new MissingCitationRule(passages);
    return passages.stream().filter(rule::isViolatedBy).map(Passage::text).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# A heading of its own",
        "The importer is live [F1].",
        "The highlights are:",
        "**Release**",
        "- **Release**\n  - It is live [F1].",
        "- It is live.\n\n  More about it [F1].",
        "Period: Feb 2 – 7, 2026",
        "Reporting period from 2026-02-02 to 2026-02-07",
        "Nothing to report.",
        "Keine Blocker",
        "---",
        "```\nsome code\n```",
        "> A quotation.\n\nSaid Jonas [F1].",
        "| a | b |\n|---|---|\n| x | y [F1] |",
        "*" + ReportText.DIGEST_LABEL + "*",
      })
  void text_without_a_statement_or_with_a_citation_passes(String markdown) {
    assertThat(violations(markdown)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The importer is live for all teams.",
        "- The importer is live for all teams.",
        "> The importer is live for all teams.",
        "No one of the eight of us in the team was at work.",
        "Period: Feb 2 – 7, 2026, with a trip to Paris for everybody",
        "`[F1]` is live",
      })
  void a_statement_needs_a_citation(String markdown) {
    assertThat(violations(markdown)).hasSize(1);
  }

  @Test
  void a_table_is_flagged_once() {
    assertThat(violations("| a | b |\n|---|---|\n| x | y |\n| z | w |")).containsExactly("a");
  }
}
