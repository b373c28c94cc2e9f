/// The editor: opens one fragment at a time and saves it when the user pauses or leaves it.
@NullMarked
package app.fragments.ui.editor;

import org.jspecify.annotations.NullMarked;
