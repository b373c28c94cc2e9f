package app.fragments.ui.emoji;

/// An emoji in a text.
///
/// @param start of its first code unit
/// @param end exclusive
/// @param key its characters without variation selectors: the name of its picture
public record Emoji(int start, int end, String key) {}
