/// Step 1 of the way of the data: what people write, and what they pick of it.
///
/// Entries ("fragments") come in through an [app.fragments.journal.EntryStore], a
/// [app.fragments.journal.Selection] of them goes on to a job. Nothing here knows a database, a
/// screen or a library.
@NullMarked
package app.fragments.journal;

import org.jspecify.annotations.NullMarked;
