/// The text control of the editor, its find bar and its footer.
@NullMarked
package app.fragments.ui.editor.text;

import org.jspecify.annotations.NullMarked;
