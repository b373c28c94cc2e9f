/// Reading and writing one fragment, saved on pause and on leaving.
@NullMarked
package app.fragments.ui.editor;

import org.jspecify.annotations.NullMarked;
