package app.fragments.ui.common;

/// What every part of the window is made with.
public record UiContext(
    UiServices services,
    Background background,
    Messages messages,
    Navigator navigator,
    StoreHealth health,
    Theming theming) {}
