package app.fragments.ui.common;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/// Whether the store answers, as far as the window has noticed. Every part that calls the store
/// tells it here; the window shows it and goes on trying. On the FX thread.
public final class StoreHealth {
  /// What is known.
  public enum State {
    /// Not opened yet.
    OPENING,
    READY,
    /// Away; it is tried again by itself.
    AWAY,
    /// Refused: a broken file, a wrong password. The user has to do something.
    REFUSED
  }

  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OPENING);
  private final ReadOnlyObjectWrapper<String> reason = new ReadOnlyObjectWrapper<>("");

  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// Why it was refused, a sentence for the screen; empty otherwise.
  public ReadOnlyObjectProperty<String> reason() {
    return reason.getReadOnlyProperty();
  }

  public void answered() {
    reason.set("");
    state.set(State.READY);
  }

  /// Takes note of a failed call.
  ///
  /// @return whether the store was the cause; otherwise the caller has to deal with it
  public boolean failed(Exception failure) {
    if (failure instanceof StoreUnavailableException) {
      state.set(State.AWAY);
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
