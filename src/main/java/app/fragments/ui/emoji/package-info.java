/// Draws emoji as pictures on systems whose JavaFX has no coloured glyphs.
@NullMarked
package app.fragments.ui.emoji;

import org.jspecify.annotations.NullMarked;
