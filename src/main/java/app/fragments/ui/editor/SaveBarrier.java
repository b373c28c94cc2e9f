package app.fragments.ui.editor;

import app.fragments.journal.EntryId;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// Waits until the store has what was written of some fragments so far. Later writes do not prolong
/// the wait, and a store that never answers ends it. On the FX thread.
final class SaveBarrier {
  private static final Duration TIMEOUT = Duration.seconds(5);

  private final Map<EntryId, Integer> savesNeeded;
  private final Consumer<Boolean> onDone;
  private final PauseTransition timeout = new PauseTransition(TIMEOUT);
  private boolean done;

  /// @param savesNeeded how many saves of each fragment must end: two if the running one lacks the
  ///   newest text
  /// @param onDone called once with whether the store has everything
  SaveBarrier(Map<EntryId, Integer> savesNeeded, Consumer<Boolean> onDone) {
    this.savesNeeded = new HashMap<>(savesNeeded);
    this.onDone = onDone;
    timeout.setOnFinished(e -> finish(false));
  }

  void start() {
    timeout.play();
    finishIfSaved();
  }

  boolean isDone() {
    return done;
  }

  boolean isWaitingFor(EntryId id) {
    return savesNeeded.containsKey(id);
  }

  /// @param isDirty whether there is more to save
  void saved(EntryId id, boolean isDirty) {
    savesNeeded.computeIfPresent(id, (key, needed) -> isDirty && needed > 1 ? needed - 1 : null);
    finishIfSaved();
  }

  void failed(EntryId id) {
    if (isWaitingFor(id)) {
      finish(false);
    }
  }

  private void finishIfSaved() {
    if (savesNeeded.isEmpty()) {
      finish(true);
    }
  }

  private void finish(boolean saved) {
    if (!done) {
      done = true;
      timeout.stop();
      onDone.accept(saved);
    }
  }
}
