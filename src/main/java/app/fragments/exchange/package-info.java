/// Beside step 1 of the way of the data: entries from elsewhere.
///
/// An [app.fragments.exchange.Importer] reads one format, entry by entry, and hands each to an
/// [app.fragments.exchange.ImportRun], which stores what is new or changed and never overwrites
/// what the user has edited. The sample journal comes in the same way.
@NullMarked
package app.fragments.exchange;

import org.jspecify.annotations.NullMarked;
