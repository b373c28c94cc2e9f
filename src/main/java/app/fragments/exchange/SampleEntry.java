package app.fragments.exchange;

import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One entry of the sample journal before it has a date.
///
/// @param key its name among the samples
/// @param daysBack how many working days before the newest one it was written, 0 for the newest
/// @param time of that day
/// @param starred whether the writer marked it
/// @param mood one word, or null
/// @param text Markdown
record SampleEntry(
    String key,
    String title,
    int daysBack,
    LocalTime time,
    List<String> tags,
    boolean starred,
    @Nullable String mood,
    String text) {
  static final Comparator<SampleEntry> OLDEST_FIRST =
      Comparator.comparingInt(SampleEntry::daysBack).reversed().thenComparing(SampleEntry::time);

  SampleEntry {
    tags = List.copyOf(tags);
  }
}
