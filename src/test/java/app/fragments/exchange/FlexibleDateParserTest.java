package app.fragments.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.fragments.exchange.FlexibleDateParser.ParsedDate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlexibleDateParserTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2026-02-01",
        "2026-2-1",
        "2026/02/01",
        "2026.02.01",
        "20260201",
        "01.02.2026",
        "1. 2. 2026",
        "1 February 2026",
        "1. Feb 2026",
        "1-Feb-2026",
        "1st February 2026",
        "February 1, 2026",
        "Feb. 1st 2026",
        "Sunday, 1 February 2026",
        "Sun, February 1, 2026",
        " 2026-02-01 ",
      })
  void dates_are_parsed_in_many_formats(String text) throws ImportFormatException {
    assertThat(FlexibleDateParser.parse(text))
        .isEqualTo(new ParsedDate(LocalDate.of(2026, 2, 1), null, null));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-02-01 09:30                     | 2026-02-01T08:30:00Z",
        "2026-02-01T09:30:15.123              | 2026-02-01T08:30:15Z",
        "2026-02-01T09:30:15Z                 | 2026-02-01T09:30:15Z",
        "2026-02-01T23:30:00-05:00            | 2026-02-02T04:30:00Z",
        "2026-02-01 09:30:15 +0100            | 2026-02-01T08:30:15Z",
        "2026-02-01T09:30+02:00[Asia/Beirut]  | 2026-02-01T07:30:00Z",
        "2026-02-01 09:30 America/New_York    | 2026-02-01T14:30:00Z",
        "20260201T0930                        | -",
        "February 1, 2026 at 9:30 pm          | 2026-02-01T20:30:00Z",
        "1 Feb 2026, 12:05 AM                 | 2026-01-31T23:05:00Z",
        "01.02.2026 9.30                      | 2026-02-01T08:30:00Z",
        "2026-02-01                           | 2026-02-01T11:00:00Z",
      })
  void times_and_zones_are_parsed(String text, String moment) throws ImportFormatException {
    if (moment.equals("-")) {
      assertThatThrownBy(() -> FlexibleDateParser.parse(text))
          .isInstanceOf(ImportFormatException.class);
      return;
    }
    assertThat(FlexibleDateParser.parse(text).instant(BERLIN)).isEqualTo(Instant.parse(moment));
  }

  @Test
  void the_date_does_not_depend_on_the_zone() throws ImportFormatException {
    assertThat(FlexibleDateParser.parse("2026-02-01T23:30:00-05:00").date())
        .isEqualTo(LocalDate.of(2026, 2, 1));
  }

  @Test
  void dates_with_slashes_are_parsed_unless_ambiguous() throws ImportFormatException {
    LocalDate day = LocalDate.of(2026, 1, 31);
    assertThat(FlexibleDateParser.parse("31/01/2026").date()).isEqualTo(day);
    assertThat(FlexibleDateParser.parse("01/31/2026").date()).isEqualTo(day);
    assertThat(FlexibleDateParser.parse("02/02/2026").date()).isEqualTo(LocalDate.of(2026, 2, 2));
    assertThatThrownBy(() -> FlexibleDateParser.parse("02/01/2026"))
        .isInstanceOf(ImportFormatException.class)
        .hasMessageContaining("is ambiguous");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yesterday",
        "2026-13-01",
        "2026-02-30",
        "32 January 2026",
        "1 Foo 2026",
        "2026-02-01 25:00",
        "2026-02-01 13:00 pm",
        "2026-02-01 09:30 Mars/Base",
        "2026",
        "31/31/2026",
        "2026-02-01 soon"
      })
  void invalid_dates_are_quoted_in_the_message(String text) {
    assertThatThrownBy(() -> FlexibleDateParser.parse(text))
        .isInstanceOf(ImportFormatException.class)
        .hasMessageContaining(text);
  }
}
