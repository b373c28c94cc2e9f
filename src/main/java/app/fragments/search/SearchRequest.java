package app.fragments.search;

import app.fragments.journal.EntryFilter;

/// What to search for.
///
/// @param filter restricts the query; its words are ignored
/// @param limit how many entries to return, at least 1
/// @param contexts for how many of the first entries to return the matches in context
/// @param snippets how many snippets of an entry's text at most
public record SearchRequest(
    SearchQuery query, EntryFilter filter, Order order, int limit, int contexts, int snippets) {
  public enum Order {
    BEST,
    NEWEST
  }

  public SearchRequest {
    if (limit < 1) {
      throw new IllegalArgumentException("The limit must be at least 1");
    }
  }

  /// For commands: the whole journal, all entries in context.
  public static SearchRequest of(SearchQuery query, Order order, int limit) {
    return new SearchRequest(query, EntryFilter.ALL, order, limit, limit, 3);
  }
}
