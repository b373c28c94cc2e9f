package app.fragments.ui.journal;

import app.fragments.exchange.SampleJournal;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.TagCount;
import app.fragments.journal.Tags;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The counts shown in the sidebar and the calendar.
///
/// @param total fragments outside the trash
/// @param perDay fragments per day, without empty days
/// @param tags the most used first, with those above them; `Release` and `release` count as one
/// @param samples unedited fragments of the sample journal
public record JournalStats(
    int total,
    int starred,
    int trashed,
    Map<LocalDate, Integer> perDay,
    List<TagCount> tags,
    int samples) {
  public static final JournalStats NONE = new JournalStats(0, 0, 0, Map.of(), List.of(), 0);

  /// Fragments per month of a year, without empty months.
  Map<YearMonth, Integer> perMonth(Year year) {
    Map<YearMonth, Integer> months = new HashMap<>();
    perDay.forEach(
        (day, count) -> {
          if (day.getYear() == year.getValue()) {
            months.merge(YearMonth.from(day), count, Integer::sum);
          }
        });
    return months;
  }

  static JournalStats of(Collection<EntryHeader> headers) {
    int starred = 0;
    int trashed = 0;
    int samples = 0;
    Map<LocalDate, Integer> perDay = new HashMap<>();
    Map<String, TagCount> tags = new HashMap<>();
    for (EntryHeader header : headers) {
      if (header.inTrash()) {
        trashed++;
        continue;
      }
      starred += header.starred() ? 1 : 0;
      samples += SampleJournal.IMPORTER.equals(header.importer()) && header.revision() <= 1 ? 1 : 0;
      perDay.merge(header.date(), 1, Integer::sum);
      if (!header.tags().isEmpty()) {
        Tags.withParents(header.tags())
            .forEach(
                (key, tag) ->
                    tags.merge(
                        key,
                        new TagCount(tag, 1),
                        (known, one) -> new TagCount(known.tag(), known.count() + 1)));
      }
    }
    List<TagCount> byUse =
        tags.values().stream()
            .sorted(
                Comparator.comparingInt(TagCount::count)
                    .reversed()
                    .thenComparing(TagCount::tag, String.CASE_INSENSITIVE_ORDER))
            .toList();
    return new JournalStats(
        headers.size() - trashed, starred, trashed, Map.copyOf(perDay), byUse, samples);
  }
}
