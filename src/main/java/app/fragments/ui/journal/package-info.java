/// The list of fragments by day, its filters, search, the calendar, and the set of checked
/// fragments.
@NullMarked
package app.fragments.ui.journal;

import org.jspecify.annotations.NullMarked;
