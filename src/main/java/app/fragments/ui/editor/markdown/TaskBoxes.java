package app.fragments.ui.editor.markdown;

import java.util.Optional;

/// The check boxes of tasks.
public final class TaskBoxes {
  private TaskBoxes() {}

  /// Ticks or unticks the task in a line.
  ///
  /// @param line its text
  /// @param offset of the line in the whole text
  /// @param anchor the start of the selection, which stays, as the caret does
  /// @return empty if the line is not a task
  public static Optional<TextEdit> toggle(String line, int offset, int anchor, int caret) {
    ListPrefix prefix = ListPrefix.of(line);
    if (prefix.box().isEmpty()) {
      return Optional.empty();
    }
    int at = offset + prefix.length() - prefix.box().length() + 1;
    String mark = prefix.box().charAt(1) == ' ' ? "x" : " ";
    return Optional.of(new TextEdit(at, at + 1, mark, anchor, caret));
  }
}
