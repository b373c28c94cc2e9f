/// The list of fragments by day, the calendar, the search, and what is ticked.
@NullMarked
package app.fragments.ui.journal;

import org.jspecify.annotations.NullMarked;
