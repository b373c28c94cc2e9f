package app.fragments.journal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Selects entries. An entry must meet all conditions.
///
/// @param to inclusive
/// @param tags at least one of these or one below it, see [Tags]; empty for no condition
/// @param trash the trash instead of the journal
/// @param words each must occur in title, text or tags, ignoring case; empty for no condition
public record EntryFilter(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    List<String> tags,
    boolean starredOnly,
    boolean trash,
    List<String> words) {
  /// Everything except the trash.
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

  public EntryFilter inTrash() {
    return new EntryFilter(from, to, tags, starredOnly, true, words);
  }

  /// Splits a search query into words.
  public EntryFilter withWords(String query) {
    String stripped = query.strip();
    List<String> split = stripped.isEmpty() ? List.of() : List.of(stripped.split("\\s+"));
    return new EntryFilter(from, to, tags, starredOnly, trash, split);
  }
}
