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

  static EmptyState of(ListSnapshot snapshot, boolean firstPageLoaded) {
    if (snapshot.count() > 0) {
      return NONE;
    }
    if (!firstPageLoaded) {
      return LOADING;
    }
    ListFilter filter = snapshot.filter();
    if (filter.isSearching()) {
      return SEARCH;
    }
    return switch (filter.scope()) {
      case TRASH -> TRASH;
      case STARRED -> STARRED;
      case TAG -> TAG;
      case ALL -> {
        if (snapshot.stats().total() == 0) {
          yield JOURNAL;
        }
        yield filter.days().kind() == DayRange.Kind.EVERYTHING ? LOADING : DAYS;
      }
    };
  }
}
