package app.fragments.ui.journal;

/// Why a list is empty: each says something else to do.
enum EmptyState {
  /// It is not.
  NONE,
  LOADING,
  /// There is no fragment at all.
  JOURNAL,
  SEARCH,
  DAYS,
  STARRED,
  TAG,
  TRASH;

  static EmptyState of(ListSnapshot listing, boolean started) {
    if (listing.count() > 0) {
      return NONE;
    }
    if (!started) {
      return LOADING;
    }
    ListFilter filter = listing.filter();
    if (filter.isSearching()) {
      return SEARCH;
    }
    return switch (filter.scope()) {
      case TRASH -> TRASH;
      case STARRED -> STARRED;
      case TAG -> TAG;
      case ALL -> {
        if (listing.stats().total() == 0) {
          yield JOURNAL;
        }
        yield filter.days().kind() == DayRange.Kind.EVERYTHING ? LOADING : DAYS;
      }
    };
  }
}
