package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.report.Flag;
import app.fragments.report.Journal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesInTitlesTest {
  private static final List<Entry> FRAGMENTS =
      new Journal()
          .add("2026-02-06", "", "the importer works now. we signed nothing. nordwind called.")
          .entries();

  private static List<String> flagged(String report) {
    return new FactCheck().check(report, FRAGMENTS).flagged().stream().map(Flag::text).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "- **Globex Partnership Signed With Anna Berger.** It works now [F1].|Globex; Anna Berger",
        "- **Globex Partnership:** the importer works now [F1].|Globex",
        "- 🚀 **Globex Contract:** the importer works now [F1].|Globex",
        "- Met with Anna Berger in Paris [F1]|Anna Berger; Paris",
        "- Contract With Globex for Berlin [F1].|Globex; Berlin",
        "- Deal With Globex, Initech and Anna Berger [F1]|Globex; Initech; Anna Berger",
        "- Spoke with Peter about Globex [F1]|Peter; Globex",
        "- Migrated to Kubernetes [F1]|Kubernetes",
        "- **Set up Kubernetes:** it works now [F1]|Kubernetes",
        "- **Anna Berger:** it works and is fine [F1]|Anna Berger",
        "- **Workshop at the Globex Office:** it works and is fine [F1]|Globex",
        "Anna Berger and Peter Smith called for it [F1]|Anna Berger; Peter Smith",
        "- **Call With Nordwind and Globex:** it works now [F1]|Globex",
        "- **Importer for Wilfred:** it works now [F1]|Wilfred",
      })
  void invented_names_are_flagged(String line, String names) {
    assertThat(flagged(line)).containsExactly(names.split("; "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Importer Launched And Tested",
        "Next Steps",
        "Customer Feedback",
        "Call With Nordwind Board",
        "Key Takeaways and Learnings",
        "Performance Optimization",
        "Enhanced User Onboarding Experience",
        "Bug Fixes & Stability Improvements",
        "Cross-Team Collaboration",
        "Flaky Test Suite Stabilized",
        "Security Patching and Vulnerability Remediation",
        "Quarterly Planning Kick-Off",
        "Stakeholder Alignment Achieved",
        "Improved Visibility into Costs",
        "Waiting for Legal Sign-Off",
        "Pending Approval from Finance",
        "Transition to Remote Work",
        "Pilot With Early Adopters",
        "Progress against Goals",
        "Ambiguity around Ownership",
        "Set up Monitoring",
        "Swift Incident Response",
        "Seamless Deployment",
        "Latency Reduced by Half",
        "Home Renovation and Moving",
        "Grant Proposal Drafted",
        "Policies for Weekly Releases",
      })
  void ordinary_titles_are_not_flagged(String title) {
    assertThat(flagged("- **" + title + ":** the importer works now [F1]")).isEmpty();
    assertThat(flagged("- The importer works now [F1]\n- " + title + " [F1]")).isEmpty();
    assertThat(flagged("| A |\n|---|\n| " + title + " |\n| it works of the [F1] |")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "**Nächste Schritte:** der Import ist fertig und die Umlaute sind in der Datei [F1]|",
        "**Próximos Pasos:** el trabajo de la semana es que todo quede listo [F1]|",
      })
  void titles_in_other_languages_are_ignored(String line, @Nullable String names) {
    assertThat(flagged(line)).isEqualTo(names == null ? List.of() : List.of(names));
  }
}
