package app.fragments.search;

import app.fragments.journal.EntryId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a search found.
///
/// @param total how many entries match; `entries` may be fewer
/// @param entries in the requested order
/// @param contexts of the first entries
/// @param didYouMean a query that finds something, if this one finds nothing because of its
///   spelling, or null
/// @param current false if entries may be missing, because the index is not up to date
public record SearchResults(
    long total,
    List<EntryId> entries,
    Map<EntryId, MatchContext> contexts,
    @Nullable String didYouMean,
    boolean current) {
  public static final SearchResults NOTHING = new SearchResults(0, List.of(), Map.of(), null, true);

  public SearchResults {
    entries = List.copyOf(entries);
    contexts = Map.copyOf(contexts);
  }

  SearchResults outdated() {
    return new SearchResults(total, entries, contexts, didYouMean, false);
  }

  public MatchContext context(EntryId id) {
    return contexts.getOrDefault(id, MatchContext.NONE);
  }
}
