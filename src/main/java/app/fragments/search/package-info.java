/// The full-text index of the journal: a cache beside the store, built on Apache Lucene.
///
/// [app.fragments.search.SearchService] is the way in. The store stays the only truth: an index
/// that is missing, damaged, outdated or from another store is rebuilt.
@NullMarked
package app.fragments.search;

import org.jspecify.annotations.NullMarked;
