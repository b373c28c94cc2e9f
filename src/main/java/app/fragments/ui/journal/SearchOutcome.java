package app.fragments.ui.journal;

import app.fragments.search.SearchRequest;
import app.fragments.search.SearchResults;
import org.jspecify.annotations.Nullable;

/// What a search found, and what it was asked for.
///
/// @param problem why it found nothing, for the user, or null
record SearchOutcome(
    ListFilter filter, SearchRequest request, SearchResults results, @Nullable String problem) {}
