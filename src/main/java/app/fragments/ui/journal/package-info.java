/// The list of fragments by day, its filters, the search, the calendar, and which fragments are
/// checked.
@NullMarked
package app.fragments.ui.journal;

import org.jspecify.annotations.NullMarked;
