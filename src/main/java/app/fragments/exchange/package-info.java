/// Imports entries from other programs.
///
/// An [app.fragments.exchange.Importer] reads one format, entry by entry, and passes each to an
/// [app.fragments.exchange.ImportBatch], which stores new and changed ones and never overwrites the
/// user's edits. The sample journal is here, too.
@NullMarked
package app.fragments.exchange;

import org.jspecify.annotations.NullMarked;
