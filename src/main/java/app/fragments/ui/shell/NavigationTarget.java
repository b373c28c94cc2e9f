package app.fragments.ui.shell;

import app.fragments.journal.EntryId;
import org.jspecify.annotations.Nullable;

/// Where the user is, to come back to.
///
/// @param tab the page
/// @param entry the open fragment, or null
record NavigationTarget(Tab tab, @Nullable EntryId entry) {}
