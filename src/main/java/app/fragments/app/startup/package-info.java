/// Start-up optimizations.
@NullMarked
package app.fragments.app.startup;

import org.jspecify.annotations.NullMarked;
