/// The window itself: its bar, its sidebar, its tabs, and the navigation between them.
@NullMarked
package app.fragments.ui.shell;

import org.jspecify.annotations.NullMarked;
