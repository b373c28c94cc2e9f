package app.fragments.journal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which entries are asked for; every part narrows the rest.
///
/// @param from the first day, or null
/// @param to the last day, included, or null
/// @param tags entries that have at least one of these, whatever the case; empty for all
/// @param starredOnly only those that the user marked
/// @param trash the trash instead of the journal
/// @param words entries in which each of these occurs in title, text or tags, whatever the case;
///   empty for all
public record EntryFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> tags,
    boolean starredOnly,
    boolean trash,
    List<String> words) {

  /// Everything but the trash.
  public static final EntryFilter ALL =
      new EntryFilter(null, null, List.of(), false, false, List.of());

  public EntryFilter {
    tags = List.copyOf(tags);
    words = List.copyOf(words);
  }

  public EntryFilter between(@Nullable LocalDate newFrom, @Nullable LocalDate newTo) {
    return new EntryFilter(newFrom, newTo, tags, starredOnly, trash, words);
  }

  public EntryFilter withTags(List<String> newTags) {
    return new EntryFilter(from, to, newTags, starredOnly, trash, words);
  }

  public EntryFilter withStarredOnly(boolean only) {
    return new EntryFilter(from, to, tags, only, trash, words);
  }

  public EntryFilter inTrash() {
    return new EntryFilter(from, to, tags, starredOnly, true, words);
  }

  /// Splits a search line into its words.
  public EntryFilter withWords(String line) {
    String stripped = line.strip();
    return new EntryFilter(
        from,
        to,
        tags,
        starredOnly,
        trash,
        stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+")));
  }
}
