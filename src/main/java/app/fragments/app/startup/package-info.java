/// Start-up optimizations. Each states what it gains.
@NullMarked
package app.fragments.app.startup;

import org.jspecify.annotations.NullMarked;
