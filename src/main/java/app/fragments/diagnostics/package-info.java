/// Health checks of the store and the queue, and their repairs.
@NullMarked
package app.fragments.diagnostics;

import org.jspecify.annotations.NullMarked;
