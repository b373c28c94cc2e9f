package app.fragments.http;

import app.fragments.journal.Entry;
import app.fragments.search.SearchResults;
import java.util.stream.Stream;

/// Entries as JSON, the same from the API and from the commands.
public final class EntryJson {
  private EntryJson() {}

  public static JsonFields of(Entry entry) {
    return new JsonFields()
        .add("id", entry.id())
        .add("date", entry.date())
        .add("created_at", entry.createdAt())
        .add("updated_at", entry.updatedAt())
        .add("title", entry.title())
        .add("text", entry.text())
        .add("tags", entry.allTags())
        .add("starred", entry.starred())
        .add("deleted_at", entry.deletedAt());
  }

  /// The results of a search.
  ///
  /// @param entries those that were found, in their order
  public static JsonFields of(SearchResults found, Stream<Entry> entries) {
    return new JsonFields()
        .add("total", found.total())
        .add("did_you_mean", found.didYouMean())
        .add(
            "entries",
            entries.map(entry -> of(entry).add("hits", found.context(entry.id()).hits())));
  }
}
