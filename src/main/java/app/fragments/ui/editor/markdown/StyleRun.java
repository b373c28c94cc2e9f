package app.fragments.ui.editor.markdown;

/// Characters that look the same.
public record StyleRun(int length, InlineStyle style) {}
