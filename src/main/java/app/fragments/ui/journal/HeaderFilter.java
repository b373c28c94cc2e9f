package app.fragments.ui.journal;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Matches entries against a filter by their headers. It finds words in title, excerpt and tags;
/// the store finds those further down in the text.
final class HeaderFilter {
  private final EntryFilter filter;
  private final Set<EntryId> foundInText;
  private final List<String> words;
  private final List<String> tags;

  /// @param foundInText entries in whose text the store found the words
  HeaderFilter(EntryFilter filter, Set<EntryId> foundInText) {
    this.filter = filter;
    this.foundInText = foundInText;
    words = filter.words().stream().map(HeaderFilter::fold).toList();
    tags = filter.tags().stream().map(HeaderFilter::fold).toList();
  }

  boolean test(EntryHeader header) {
    return header.inTrash() == filter.trash()
        && (!filter.starredOnly() || header.starred())
        && between(header.date(), filter.from(), filter.to())
        && (tags.isEmpty() || header.tags().stream().anyMatch(tag -> tags.contains(fold(tag))))
        && (words.isEmpty() || foundInText.contains(header.id()) || hasWords(header));
  }

  private boolean hasWords(EntryHeader header) {
    String seen =
        fold(header.title() + '\n' + header.excerpt() + '\n' + String.join("\n", header.tags()));
    return words.stream().allMatch(seen::contains);
  }

  private static boolean between(LocalDate day, @Nullable LocalDate from, @Nullable LocalDate to) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  private static String fold(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
