package app.fragments.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntrySource;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SampleJournalTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  /// A Friday evening.
  private static final ZonedDateTime NOW = LocalDateTime.of(2026, 2, 6, 21, 30).atZone(BERLIN);

  /// Words that become wrong when the dates move.
  private static final Pattern DATE_DEPENDENT =
      Pattern.compile(
          "\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July"
              + "|August|September|October|November|December|yesterday|tomorrow"
              + "|(?:this|last|next) (?:week|month|quarter|year)|\\d{4}-\\d\\d|(?:19|20)\\d\\d)\\b",
          Pattern.CASE_INSENSITIVE);

  private final SampleJournal journal = new SampleJournal();
  private final List<Entry> entries = journal.entries("ada", NOW);

  @Test
  void there_are_about_forty_entries_with_content() {
    assertThat(entries).hasSizeBetween(38, 44);
    assertThat(entries)
        .allSatisfy(
            entry -> {
              assertThat(entry.title()).isNotBlank();
              assertThat(entry.text().length()).isBetween(60, 1_500);
              assertThat(entry.text().lines().count()).isBetween(1L, 16L);
              assertThat(entry.tags()).isNotEmpty().doesNotHaveDuplicates();
            });
  }

  @Test
  void the_entries_in_the_screenshots_are_among_the_latest() {
    assertThat(entries.subList(entries.size() - 14, entries.size()))
        .extracting(Entry::title)
        .contains(
            "Retro notes",
            "Shipped the importer",
            "Pairing with Maria",
            "Customer call: Nordwind",
            "Stand-up",
            "Load test",
            "Design review",
            "Read the incident report");
  }

  @Test
  void the_samples_use_all_markdown_that_the_editor_supports() {
    assertThat(entries)
        .extracting(Entry::text)
        .anyMatch(text -> text.contains("- [ ] "))
        .anyMatch(text -> text.contains("- [x] "))
        .anyMatch(text -> text.contains("\n> "))
        .anyMatch(text -> text.contains("```"))
        .anyMatch(text -> text.contains("|---|"));
    assertThat(entries).filteredOn(Entry::starred).hasSizeBetween(2, 3);
    assertThat(entries).filteredOn(entry -> entry.mood() != null).hasSizeGreaterThan(3);
  }

  @Test
  void no_text_depends_on_the_date_except_the_quote_about_every_friday() {
    assertThat(entries)
        .allSatisfy(
            entry ->
                assertThat((entry.title() + "\n" + entry.text()).replace("every Friday", ""))
                    .doesNotContainPattern(DATE_DEPENDENT));
  }

  @Test
  void samples_are_new_entries_with_user_zone_and_source() {
    assertThat(entries)
        .allSatisfy(
            entry -> {
              String key = entry.source() == null ? "" : entry.source().id();
              assertThat(entry.id()).isEqualTo(EntryId.ofSource("ada", "samples", key));
              assertThat(entry.userId()).isEqualTo("ada");
              assertThat(entry.timeZone()).isEqualTo(BERLIN);
              assertThat(entry.revision()).isZero();
              assertThat(entry.inTrash()).isFalse();
            });
    assertThat(entries).extracting(Entry::id).doesNotHaveDuplicates();
  }

  @Test
  void ids_depend_on_the_user_but_not_on_the_time() {
    assertThat(journal.entries("ada", NOW.plusDays(40)))
        .extracting(Entry::id)
        .containsExactlyElementsOf(entries.stream().map(Entry::id).toList());
    assertThat(journal.entries("bob", NOW))
        .extracting(Entry::id)
        .doesNotContainAnyElementsOf(entries.stream().map(Entry::id).toList());
  }

  @Test
  void a_sample_is_untouched_until_its_content_changes() {
    Entry entry = entries.getFirst();

    assertThat(entries).allMatch(SampleJournal::isUntouched);
    assertThat(SampleJournal.isUntouched(entry.withRevision(3, Instant.EPOCH))).isTrue();
    assertThat(SampleJournal.isUntouched(entry.withText(entry.title(), "mine"))).isFalse();
    assertThat(SampleJournal.isUntouched(entry.withDate(entry.date().minusDays(1)))).isFalse();
    assertThat(SampleJournal.isUntouched(entry.withTags(List.of("mine")))).isFalse();
  }

  @Test
  void other_entries_are_not_samples() {
    Entry own = Entry.write("ada", NOW.toLocalDate(), BERLIN, NOW.toInstant(), "Mine", "text");
    Entry imported = own.withSource(new EntrySource("markdown", "a.md", own.contentDigest()));

    assertThat(SampleJournal.isUntouched(own)).isFalse();
    assertThat(SampleJournal.isUntouched(imported)).isFalse();
  }
}
