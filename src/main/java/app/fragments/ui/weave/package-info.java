/// The weave bar, the job strip, the jobs page, and the workers of this window.
@NullMarked
package app.fragments.ui.weave;

import org.jspecify.annotations.NullMarked;
