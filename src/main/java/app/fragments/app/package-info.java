/// The composition root: creates all adapters and passes them to the rest of the program.
@NullMarked
package app.fragments.app;

import org.jspecify.annotations.NullMarked;
