/// The window itself: its bar, its sidebar, its tabs, and how one gets from one to the other.
@NullMarked
package app.fragments.ui.shell;

import org.jspecify.annotations.NullMarked;
