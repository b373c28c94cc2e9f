package app.fragments.report.factcheck;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.report.Journal;
import app.fragments.report.markdown.Markdown;
import java.time.DayOfWeek;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EvidenceIndexTest {
  /// Thursday, 5 February 2026.
  private final EvidenceIndex evidence =
      new EvidenceIndex(
          new Journal()
              .add(
                  "2026-02-05",
                  "Réunion d'Antoine",
                  "Released the importer to 14 testers, 40 % of all. Next call on 12 March at 4 pm,"
                      + " as agreed yesterday. See [notes](https://wiki.example.org/n). ID v2x.",
                  "team-north")
              .entries(),
          new Markdown());

  @ParameterizedTest
  @CsvSource({
    "importer, true",
    "IMPORTERS, true",
    "release, true",
    "Reunion, true",
    "Antoine, true",
    "d’Antoine, true",
    "l’importer, true",
    "north, true",
    "exporter, false",
  })
  void words_are_found_in_any_form(String word, boolean known) {
    assertThat(evidence.hasWord(word)).isEqualTo(known);
  }

  @Test
  void an_exact_word_is_not_found_in_another_form() {
    assertThat(evidence.hasExactly("V2X")).isTrue();
    assertThat(evidence.hasExactly("importers")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "14, true",
    "fourteen, true",
    "40 %, true",
    "12, true",
    "2026, true",
    "15, false",
    "41 %, false",
  })
  void numbers_are_found(String number, boolean known) {
    assertThat(evidence.has(NumberExtractor.extract(number).getFirst())).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Feb 5|true",
        "2026-02-05|true",
        "Feb 4, 2026|true",
        "March 12|true",
        "March 12, 2026|true",
        "Feb 2, 2026|true",
        "Feb 8, 2026|true",
        "Feb 5, 2025|false",
        "Feb 6|false",
      })
  void dates_of_the_fragments_and_their_week_are_found(String date, boolean known) {
    assertThat(evidence.has(DateExtractor.extract(date).getFirst())).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"16:00, true", "9:30 am, true", "16:30, false"})
  void times_are_found(String time, boolean known) {
    assertThat(evidence.has(TimeExtractor.extract(time).getFirst())).isEqualTo(known);
  }

  @ParameterizedTest
  @CsvSource({"https://WIKI.example.org/n/, true", "https://wiki.example.org/m, false"})
  void links_are_found(String link, boolean known) {
    assertThat(evidence.has(LinkExtractor.extract(link).getFirst())).isEqualTo(known);
  }

  @ParameterizedTest
  @EnumSource(DayOfWeek.class)
  void weekdays_of_the_entry_and_the_day_before_are_known(DayOfWeek day) {
    assertThat(evidence.hasWeekday(day))
        .isEqualTo(day == DayOfWeek.WEDNESDAY || day == DayOfWeek.THURSDAY);
  }

  @Test
  void ordinals_and_week_numbers_are_found() {
    assertThat(evidence.hasDayOfMonth(NumberExtractor.extract("5th").getFirst())).isTrue();
    assertThat(evidence.hasDayOfMonth(NumberExtractor.extract("6th").getFirst())).isFalse();
    assertThat(evidence.hasWeek(NumberExtractor.extract("6").getFirst())).isTrue();
    assertThat(evidence.hasWeek(NumberExtractor.extract("9").getFirst())).isFalse();
  }

  @Test
  void without_fragments_nothing_is_known() {
    EvidenceIndex nothing = new EvidenceIndex(List.of(), new Markdown());
    assertThat(nothing.hasWord("importer")).isFalse();
    assertThat(nothing.has(DateExtractor.extract("Feb 5").getFirst())).isFalse();
  }
}
