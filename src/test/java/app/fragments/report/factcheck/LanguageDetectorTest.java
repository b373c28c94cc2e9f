package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.factcheck.LanguageDetector.Language;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageDetectorTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ENGLISH|The importer is live for all of the teams.",
        "GERMAN|Der Import ist fertig und die Umlaute sind in der Datei.",
        "OTHER|Le rapport de la semaine est prêt et les tests sont verts.",
        "OTHER|O relatório das vendas e das contas, das equipas.",
        "OTHER|Het rapport van de week en een plan.",
        "OTHER|会議は終わりました。",
        "OTHER|''",
      })
  void function_words_reveal_the_language(Language language, String text) {
    assertThat(LanguageDetector.detect(text, List.of())).isEqualTo(language);
  }

  @Test
  void the_fragments_decide_if_the_report_is_too_short() {
    List<String> german = List.of("Das ist nicht mit dem Kunden besprochen.");
    assertThat(LanguageDetector.detect("Import fertig", german)).isEqualTo(Language.GERMAN);
    assertThat(LanguageDetector.detect("The import is ready for the team", german))
        .isEqualTo(Language.ENGLISH);
  }
}
