package app.fragments.report.factcheck;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.factcheck.LanguageDetector.Language;
import app.fragments.report.markdown.Markdown;
import app.fragments.report.markdown.Passage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameExtractorTest {

  /// Expected: each candidate, with `^` at the start of a sentence, `=` in a title and `>` in a
  /// title after a preposition.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "ENGLISH|We met Peter in Paris.|We^ Peter Paris",
        "ENGLISH|Peter called. Then Maria did.|Peter^ Then^ Maria",
        "ENGLISH|It runs on PostgreSQL and iOS.|PostgreSQL iOS",
        "ENGLISH|Dr. Smith said: “Fine.”|Smith Fine^",
        "ENGLISH|**Importer:** Released today|Importer^ Released^",
        "ENGLISH|**Contract With Globex:** signed|Contract= With= Globex>",
        "ENGLISH|We use `Peter` and call the API|We^",
        "ENGLISH|✅ Completed it|Completed^",
        "ENGLISH|the PR of I|\"\"",
        "OTHER|Réunion d'Ernest avec O'Hara|Réunion^ Ernest O'Hara",
        "OTHER|L'Espagne est là|Espagne",
        "OTHER|**Próximos Pasos:** el trabajo|\"\"",
        "GERMAN|Die Suche im Archiv mit SQLite|SQLite",
      })
  void capitalized_words_are_candidates(Language language, String markdown, String expected) {
    Passage passage = new Markdown().passages(markdown).getFirst();
    assertThat(
            NameExtractor.extract(passage, passage.text(), language).stream()
                .map(
                    name ->
                        name.text()
                            + switch (name.capitalization()) {
                              case NAME -> "";
                              case SENTENCE_START -> "^";
                              case TITLE -> "=";
                              case TITLE_AFTER_PREPOSITION -> ">";
                            })
                .collect(joining(" ")))
        .isEqualTo(expected);
  }
}
