package app.fragments.ui.shell;

import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// A message at the window's lower edge.
///
/// @param message what is said
/// @param action what can be done about it, or null
record Toast(String message, @Nullable Action action) {
  private static final Duration TO_READ = Duration.seconds(5);
  private static final Duration TO_ACT = Duration.seconds(10);

  /// How long it stays.
  Duration stay() {
    return action == null ? TO_READ : TO_ACT;
  }

  /// @param label what the button says
  record Action(String label, Runnable run) {}
}
