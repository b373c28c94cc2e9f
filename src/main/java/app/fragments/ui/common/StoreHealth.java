package app.fragments.ui.common;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the store is reachable, as far as the window knows. All callers of the store report
/// their results here. On the FX thread.
public final class StoreHealth {
  public enum State {
    OPENING,
    READY,
    /// Retried automatically.
    UNREACHABLE,
    /// A broken file or a wrong password, for example: the user has to act.
    REFUSED
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPENING);
  private final ReadOnlyObjectWrapper<String> reason = new ReadOnlyObjectWrapper<>("");

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// The reason for [State#REFUSED], a sentence for the user; otherwise empty.
  public ReadOnlyObjectProperty<String> reason() {
    return reason.getReadOnlyProperty();
  }

  /// Runs an action each time the store becomes reachable, and at once if it is.
  public void onReady(Runnable action) {
    state.subscribe(
        now -> {
          if (now == State.READY) {
            action.run();
          }
        });
  }

  public void answered() {
    reason.set("");
    state.set(State.READY);
  }

  /// Records a failed call. Returns false if the caller must handle it: the store isn't the cause.
  public boolean failed(Exception failure) {
    if (failure instanceof StoreUnavailableException) {
      state.set(State.UNREACHABLE);
      return true;
    }
    if (failure instanceof StoreException && state.get() != State.READY) {
      reason.set(String.valueOf(failure.getMessage()));
      state.set(State.REFUSED);
      return true;
    }
    return false;
  }
}
