package app.fragments.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextTest {
  private static final String REPORT = "# Report\n\nText [F1].\n\n```\ncode\n```";

  @ParameterizedTest
  @ValueSource(
      strings = {
        REPORT,
        "\n\n" + REPORT + "\n \n",
        "```markdown\n" + REPORT + "\n```",
        "```\n" + REPORT + "\n```\n",
        "~~~md\n" + REPORT + "\n~~~",
        "Here is your weekly report:\n\n" + REPORT,
        "Sure! Here’s the report.\n\n```markdown\n" + REPORT + "\n```",
      })
  void everything_around_the_report_is_removed(String raw) {
    assertThat(ReportText.clean(raw)).isEqualTo(REPORT);
    assertThat(ReportText.clean(raw.replace("\n", "\r\n"))).isEqualTo(REPORT);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "```\ncode\n```\n\ntext\n\n```\ncode\n```",
        "Here is news.",
        "```java\nint x;\n```",
        ""
      })
  void other_fences_and_introductions_stay(String raw) {
    assertThat(ReportText.clean(raw)).isEqualTo(raw);
  }

  @Test
  void the_title_is_the_first_heading_with_text() {
    assertThat(ReportText.title("x\n\n#\n\n## The *week* [F1]\n\n# Later"))
        .hasValue("The week [F1]");
    assertThat(ReportText.title("no heading")).isEmpty();
  }
}
