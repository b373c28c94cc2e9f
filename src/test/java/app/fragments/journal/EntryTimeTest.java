package app.fragments.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class EntryTimeTest {
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final LocalDate DAY = LocalDate.of(2026, 2, 6);

  @Test
  void an_entry_imported_with_only_a_day_has_no_time() {
    Entry imported = at("12:00:00").withSource(new EntrySource("markdown", "a.md", ""));

    assertThat(imported.time()).isEmpty();
    assertThat(imported.header().time()).isEmpty();
  }

  @Test
  void other_entries_have_their_writers_time() {
    assertThat(at("12:00:00").time()).isEqualTo("12:00");
    Entry imported = at("12:00:01").withSource(new EntrySource("markdown", "a.md", ""));
    assertThat(imported.header().time()).isEqualTo("12:00");
  }

  @Test
  void a_moment_is_a_time_today_and_a_day_otherwise() {
    ZonedDateTime now = ZonedDateTime.of(2026, 11, 30, 0, 30, 0, 0, ROME);

    assertThat(DateFormats.moment(Instant.parse("2026-11-29T23:10:00Z"), now))
        .isEqualTo("Today 00:10");
    assertThat(DateFormats.moment(Instant.parse("2026-11-25T10:00:00Z"), now))
        .isEqualTo("Wed 25 Nov");
    assertThat(DateFormats.moment(Instant.parse("2025-10-01T10:00:00Z"), now))
        .isEqualTo("Wed 1 Oct 2025");
  }

  private static Entry at(String time) {
    Instant moment = ZonedDateTime.parse("2026-02-06T" + time + "+01:00[Europe/Rome]").toInstant();
    return Entry.write("ada", DAY, ROME, moment, "A", "B");
  }
}
