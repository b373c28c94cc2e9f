package app.fragments.ui.editor;

import app.fragments.journal.EntryId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Waits until the store has what was written of some fragments up to now. What is written
/// afterwards does not keep it waiting, nor does a store that never answers. On the FX thread.
final class SaveBarrier {
  private static final Duration TIMEOUT = Duration.seconds(5);

  private final Map<EntryId, Integer> savesNeeded;
  private final Consumer<Boolean> onDone;
  private final PauseTransition timeout = new PauseTransition(TIMEOUT);
  private boolean done;

  /// @param savesNeeded how many saves of each have to end: two where one runs that lacks the
  ///   newest words
  /// @param onDone hears once whether the store has them
  SaveBarrier(Map<EntryId, Integer> savesNeeded, Consumer<Boolean> onDone) {
    this.savesNeeded = new HashMap<>(savesNeeded);
    this.onDone = onDone;
    timeout.setOnFinished(e -> end(false));
  }

  /// Begins to wait; to be called once.
  void begin() {
    timeout.play();
    endWhenSaved();
  }

  boolean isDone() {
    return done;
  }

  /// Whether a save of that fragment is still to end.
  boolean isFor(EntryId id) {
    return savesNeeded.containsKey(id);
  }

  /// A save has ended well.
  ///
  /// @param isRest whether there is more that the store does not have
  void saved(EntryId id, boolean isRest) {
    savesNeeded.computeIfPresent(id, (key, needed) -> isRest && needed > 1 ? needed - 1 : null);
    endWhenSaved();
  }

  /// A save has failed.
  void postponed(EntryId id) {
    if (savesNeeded.containsKey(id)) {
      end(false);
    }
  }

  private void endWhenSaved() {
    if (savesNeeded.isEmpty()) {
      end(true);
    }
  }

  private void end(boolean saved) {
    if (!done) {
      done = true;
      timeout.stop();
      onDone.accept(saved);
    }
  }
}
