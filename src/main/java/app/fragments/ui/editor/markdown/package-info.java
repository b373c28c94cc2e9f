/// Markdown as it is written: styles of lines, and what the editor's keys change. No JavaFX.
@NullMarked
package app.fragments.ui.editor.markdown;

import org.jspecify.annotations.NullMarked;
