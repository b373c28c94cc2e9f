package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import app.fragments.ui.common.StoreHealth;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.PauseTransition;
import javafx.animation.Timeline;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableIntegerValue;
import javafx.util.Duration;

/// The connection banner: how long the store has been unreachable, or that it is reachable again
/// and whether everything is saved. On the FX thread.
final class StatusViewModel {
  enum State {
    HIDDEN,
    UNREACHABLE,
    REFUSED,
    /// Reachable again; disappears after a while.
    BACK
  }

  private static final Duration BACK_TIME = Duration.seconds(6);
  private static final Duration UPDATE_INTERVAL = Duration.seconds(10);

  final ObjectProperty<State> state = new SimpleObjectProperty<>(State.HIDDEN);
  final StringProperty message = new SimpleStringProperty("");
  private final StoreHealth health;
  private final ObservableIntegerValue unsaved;
  private final ObservableBooleanValue atRisk;
  private final Messages messages;
  private final LongSupplier nanoTime;
  private final PauseTransition hideTimer = new PauseTransition(BACK_TIME);
  private final Timeline updates = new Timeline(new KeyFrame(UPDATE_INTERVAL, e -> update()));
  private long unreachableSince;
  private boolean wroteMeanwhile;

  /// @param unsaved how many fragments have unsaved changes
  /// @param atRisk whether they can't be kept on this computer either
  /// @param nanoTime a monotonic clock
  StatusViewModel(
      StoreHealth health,
      ObservableIntegerValue unsaved,
      ObservableBooleanValue atRisk,
      Messages messages,
      LongSupplier nanoTime) {
    this.health = health;
    this.unsaved = unsaved;
    this.atRisk = atRisk;
    this.messages = messages;
    this.nanoTime = nanoTime;
    updates.setCycleCount(Animation.INDEFINITE);
    hideTimer.setOnFinished(e -> show(State.HIDDEN));
    health.state().addListener((o, old, now) -> healthChanged(now));
    health.reason().addListener((o, old, now) -> update());
    unsaved.addListener((o, old, now) -> unsavedChanged());
    atRisk.addListener((o, old, now) -> update());
    healthChanged(health.state().get());
  }

  /// Updates the message, which contains a duration.
  void update() {
    message.set(
        switch (state.get()) {
          case HIDDEN -> "";
          case UNREACHABLE ->
              messages.get(atRisk.get() ? "main.store.awayAtRisk" : "main.store.away", duration());
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
      case OPENING -> show(State.HIDDEN);
      case REFUSED -> show(State.REFUSED);
      case UNREACHABLE -> {
        unreachableSince = nanoTime.getAsLong();
        wroteMeanwhile = unsaved.get() > 0;
        show(State.UNREACHABLE);
      }
      case READY -> show(state.get() == State.UNREACHABLE ? State.BACK : State.HIDDEN);
    }
  }

  private void unsavedChanged() {
    if (state.get() == State.UNREACHABLE) {
      wroteMeanwhile |= unsaved.get() > 0;
    } else if (state.get() == State.BACK) {
      show(State.BACK);
    }
  }

  private void show(State next) {
    hideTimer.stop();
    state.set(next);
    update();
    if (next == State.BACK && (!wroteMeanwhile || unsaved.get() == 0)) {
      hideTimer.playFromStart();
    }
    if (next == State.UNREACHABLE) {
      updates.play();
    } else {
      updates.stop();
    }
  }

  private String duration() {
    long minutes = TimeUnit.NANOSECONDS.toMinutes(nanoTime.getAsLong() - unreachableSince);
    if (minutes >= 60) {
      return messages.get("main.store.away.hours", minutes / 60);
    }
    return minutes > 0 ? messages.get("main.store.away.minutes", minutes) : "";
  }
}
