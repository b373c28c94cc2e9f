package app.fragments.cli;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.Flag;
import app.fragments.report.Flag.FlagKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobTextTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          NUMBER,   45 %,        '"45 %" is not in your fragments'
          LINK,     https://x.y, 'the link "https://x.y" is not in your fragments'
          CITATION, F9,          '"F9" is not a selected fragment'
          UNCITED,  We shipped., 'no citation for "We shipped."'
          """)
  void a_flag_says_what_is_wrong(FlagKind kind, String text, String sentence) {
    assertThat(JobText.describe(new Flag(kind, text, 3, null, null))).isEqualTo(sentence);
    assertThat(JobText.describe(new Flag(kind, text, 3, 2, "42 ms")))
        .isEqualTo(sentence + "; F2 says: 42 ms");
  }
}
