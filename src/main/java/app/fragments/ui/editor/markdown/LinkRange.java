package app.fragments.ui.editor.markdown;

/// A link in a line.
///
/// @param whole with its brackets and address
/// @param text what is shown while the caret is elsewhere
public record LinkRange(TextRange whole, TextRange text, String target) {}
