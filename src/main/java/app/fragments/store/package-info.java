/// What all stores share: exceptions, clock and indexes. The adapters are in
/// [app.fragments.store.mongo].
@NullMarked
package app.fragments.store;

import org.jspecify.annotations.NullMarked;
