/// The journal: entries ("fragments"), their store, and the selection that becomes a report.
/// Depends on no database, user interface or library.
@NullMarked
package app.fragments.journal;

import org.jspecify.annotations.NullMarked;
