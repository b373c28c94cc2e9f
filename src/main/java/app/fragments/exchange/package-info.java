/// Imports entries from other programs: an [app.fragments.exchange.ImportReader] reads one format,
/// and [app.fragments.exchange.ImportService] stores its entries. Also the sample journal.
@NullMarked
package app.fragments.exchange;

import org.jspecify.annotations.NullMarked;
