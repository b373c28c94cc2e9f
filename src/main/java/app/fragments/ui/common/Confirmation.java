package app.fragments.ui.common;

/// Asks before something that cannot be undone.
@FunctionalInterface
public interface Confirmation {

  /// Shows the question without waiting for the answer.
  ///
  /// @param question what would be done
  /// @param text what that means
  /// @param yes the text of the button that does it
  /// @param onYes what the button does
  void ask(String question, String text, String yes, Runnable onYes);
}
