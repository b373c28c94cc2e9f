package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import java.time.Duration;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableIntegerValue;

/// What the line under the bar says about the store: that it is away and for how long, that it is
/// back and whether what was written meanwhile is saved. On the FX thread.
final class StatusViewModel {
  /// What is shown.
  enum State {
    QUIET,
    AWAY,
    REFUSED,
    /// It was away; goes by itself.
    BACK
  }

  /// How long the good news stays, once there is no more to come.
  private static final javafx.util.Duration STAY = javafx.util.Duration.seconds(6);

  private static final javafx.util.Duration LOOK = javafx.util.Duration.seconds(10);

  private final StoreHealth health;
  private final ObservableIntegerValue unsaved;
  private final Messages messages;
  private final LongSupplier nanoTime;
  private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.QUIET);
  private final ReadOnlyStringWrapper words = new ReadOnlyStringWrapper("");
  private final PauseTransition stay = new PauseTransition(STAY);
  private final Timeline clock = new Timeline(new KeyFrame(LOOK, e -> say()));
  private long awaySince;
  private boolean wroteMeanwhile;

  /// @param unsaved how many fragments have words that the store does not have
  /// @param nanoTime the monotonic time
  StatusViewModel(
      StoreHealth health,
      ObservableIntegerValue unsaved,
      Messages messages,
      LongSupplier nanoTime) {
    this.health = health;
    this.unsaved = unsaved;
    this.messages = messages;
    this.nanoTime = nanoTime;
    clock.setCycleCount(Animation.INDEFINITE);
    stay.setOnFinished(e -> become(State.QUIET));
    health.state().addListener((o, old, now) -> healthChanged(now));
    health.reason().addListener((o, old, now) -> say());
    unsaved.addListener((o, old, now) -> unsavedChanged());
    healthChanged(health.state().get());
  }

  ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /// A sentence or two; empty while there is nothing to say.
  ReadOnlyStringProperty words() {
    return words.getReadOnlyProperty();
  }

  /// Says anew what changes with time.
  void say() {
    words.set(
        switch (state.get()) {
          case QUIET -> "";
          case AWAY -> messages.get("main.store.away", howLong());
          case REFUSED -> messages.get("main.store.refused", health.reason().get());
          case BACK ->
              messages.get(
                  !wroteMeanwhile
                      ? "main.store.back"
                      : unsaved.get() > 0 ? "main.store.back.saving" : "main.store.back.saved");
        });
  }

  private void healthChanged(StoreHealth.State now) {
    switch (now) {
      case OPENING -> become(State.QUIET);
      case REFUSED -> become(State.REFUSED);
      case AWAY -> {
        awaySince = nanoTime.getAsLong();
        wroteMeanwhile = unsaved.get() > 0;
        become(State.AWAY);
      }
      case READY -> become(state.get() == State.AWAY ? State.BACK : State.QUIET);
    }
  }

  private void unsavedChanged() {
    if (state.get() == State.AWAY) {
      wroteMeanwhile |= unsaved.get() > 0;
    } else if (state.get() == State.BACK) {
      become(State.BACK);
    }
  }

  private void become(State next) {
    stay.stop();
    state.set(next);
    say();
    if (next == State.BACK && (!wroteMeanwhile || unsaved.get() == 0)) {
      stay.playFromStart();
    }
    if (next == State.AWAY) {
      clock.play();
    } else {
      clock.stop();
    }
  }

  private String howLong() {
    Duration away = Duration.ofNanos(nanoTime.getAsLong() - awaySince);
    if (away.toHours() > 0) {
      return messages.get("main.store.away.hours", away.toHours());
    }
    return away.toMinutes() > 0 ? messages.get("main.store.away.minutes", away.toMinutes()) : "";
  }
}
