package app.fragments.ui.journal;

/// A line above the list, with something to do about it.
///
/// @param text what is so
/// @param action the button's text
/// @param onAction what the button does
public record ListNotice(String text, String action, Runnable onAction) {}
