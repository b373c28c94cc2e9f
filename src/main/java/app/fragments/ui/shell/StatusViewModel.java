package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import javafx.animation.PauseTransition;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.util.Duration;

/// The connection banner: that the store is unreachable and when the next attempt is, or that it is
/// back and whether everything is saved. On the FX thread.
final class StatusViewModel {
  enum State {
    HIDDEN,
    UNREACHABLE,
    REFUSED,
    /// Reachable again; disappears after a while.
    BACK
  }

  private static final Duration BACK_TIME = Duration.seconds(4);

  final ObjectProperty<State> state = new SimpleObjectProperty<>(State.HIDDEN);

  /// The host of the store, or empty if it is on this computer.
  final StringProperty host = new SimpleStringProperty("");

  /// What is the matter; the message says what happens next.
  final StringProperty title = new SimpleStringProperty("");

  final StringProperty message = new SimpleStringProperty("");
  private final StoreHealth health;
  private final ObservableIntegerValue unsaved;
  private final ObservableBooleanValue atRisk;
  private final ObservableIntegerValue secondsLeft;
  private final Messages messages;
  private final PauseTransition hideTimer = new PauseTransition(BACK_TIME);
  private int toSave;

  /// @param unsaved how many fragments have unsaved changes
  /// @param atRisk whether they can't be kept on this computer either
  /// @param secondsLeft until the next attempt to connect
  StatusViewModel(
      StoreHealth health,
      ObservableIntegerValue unsaved,
      ObservableBooleanValue atRisk,
      ObservableIntegerValue secondsLeft,
      Messages messages) {
    this.health = health;
    this.unsaved = unsaved;
    this.atRisk = atRisk;
    this.secondsLeft = secondsLeft;
    this.messages = messages;
    hideTimer.setOnFinished(e -> show(State.HIDDEN));
    health.state().addListener((o, old, now) -> healthChanged(now));
    health.reason().addListener((o, old, now) -> update());
    unsaved.addListener((o, old, now) -> unsavedChanged());
    atRisk.addListener((o, old, now) -> update());
    secondsLeft.addListener((o, old, now) -> update());
    host.addListener((o, old, now) -> update());
    healthChanged(health.state().get());
  }

  private void update() {
    title.set(
        switch (state.get()) {
          case HIDDEN -> "";
          case UNREACHABLE ->
              host.get().isEmpty()
                  ? messages.get("main.store.away")
                  : messages.get("main.store.awayAt", host.get());
          case REFUSED -> messages.get("main.store.refused");
          case BACK -> messages.get("main.store.back");
        });
    message.set(
        switch (state.get()) {
          case HIDDEN -> "";
          case UNREACHABLE ->
              (secondsLeft.get() > 0
                      ? messages.get("main.store.retryIn", secondsLeft.get())
                      : messages.get("main.store.retrying"))
                  + " "
                  + messages.get(atRisk.get() ? "main.store.atRisk" : "main.store.kept");
          case REFUSED -> health.reason().get();
          case BACK ->
              toSave == 0
                  ? ""
                  : messages.get(
                      unsaved.get() > 0 ? "main.store.saving" : "main.store.saved", toSave);
        });
  }

  private void healthChanged(StoreHealth.State now) {
    switch (now) {
      case OPENING -> show(State.HIDDEN);
      case REFUSED -> show(State.REFUSED);
      case UNREACHABLE -> show(State.UNREACHABLE);
      case READY -> {
        toSave = unsaved.get();
        show(state.get() == State.UNREACHABLE ? State.BACK : State.HIDDEN);
      }
    }
  }

  private void unsavedChanged() {
    if (state.get() == State.BACK) {
      show(State.BACK);
    }
  }

  private void show(State next) {
    hideTimer.stop();
    state.set(next);
    update();
    if (next == State.BACK && unsaved.get() == 0) {
      hideTimer.playFromStart();
    }
  }
}
