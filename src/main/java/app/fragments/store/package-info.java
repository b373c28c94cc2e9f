/// What every store has in common: its exceptions, its clock and its indexes. The adapters are
/// below.
@NullMarked
package app.fragments.store;

import org.jspecify.annotations.NullMarked;
