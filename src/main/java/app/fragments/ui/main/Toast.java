package app.fragments.ui.main;

import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A message at the window's lower edge.
///
/// @param message what is said
/// @param undo takes back what was done, or null
record Toast(String message, @Nullable Runnable undo) {
  private static final Duration TO_READ = Duration.seconds(5);
  private static final Duration TO_UNDO = Duration.seconds(10);

  /// How long it stays.
  Duration stay() {
    return undo == null ? TO_READ : TO_UNDO;
  }
}
