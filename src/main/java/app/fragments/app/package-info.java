/// Wiring: the only package that creates adapters and passes them on.
@NullMarked
package app.fragments.app;

import org.jspecify.annotations.NullMarked;
