package app.fragments.ui.common;

/// Asks before something that can't be undone.
@FunctionalInterface
public interface Confirmation {

  /// Shows the question and returns immediately.
  ///
  /// @param text explains the consequences
  /// @param yes the label of the confirming button, which calls `onYes`
  void ask(String question, String text, String yes, Runnable onYes);
}
