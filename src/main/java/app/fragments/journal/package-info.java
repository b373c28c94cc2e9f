/// The journal: entries ("fragments"), their [app.fragments.journal.EntryStore], and the
/// [app.fragments.journal.Selection] that becomes a report. Depends on no database, user interface
/// or library.
@NullMarked
package app.fragments.journal;

import org.jspecify.annotations.NullMarked;
