package app.fragments.ui.shell;

import app.fragments.store.StoreException;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the store in the background and retries with a growing delay while it is unreachable. If
/// it refuses the connection, only [#retry] tries again. On the FX thread.
final class ConnectionMonitor {
  private static final Duration FIRST_DELAY = Duration.seconds(2);
  private static final Duration MAX_DELAY = Duration.seconds(60);
  private static final double BACKOFF = 2;
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionMonitor.class);

  private final UiContext context;
  private final PauseTransition delay = new PauseTransition(FIRST_DELAY);
  private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
  private boolean checking;

  ConnectionMonitor(UiContext context) {
    this.context = context;
    delay.setOnFinished(e -> check());
    delay.currentTimeProperty().addListener((o, old, now) -> countDown());
    delay.statusProperty().addListener((o, old, now) -> countDown());
    var state = context.health().state();
    state.addListener(
        (o, old, now) -> {
          if (now == StoreHealth.State.UNREACHABLE && !checking) {
            delay.playFromStart();
          }
        });
  }

  /// How long until the next attempt, or zero while there is none to wait for.
  ReadOnlyIntegerProperty secondsLeft() {
    return secondsLeft.getReadOnlyProperty();
  }

  private void countDown() {
    boolean waits = delay.getStatus() == Animation.Status.RUNNING;
    Duration left = delay.getDuration().subtract(delay.getCurrentTime());
    secondsLeft.set(waits ? (int) Math.ceil(left.toSeconds()) : 0);
  }

  /// Reconnects now, even if the store has just refused: the user wants it.
  void retry() {
    context.services().retryConnection();
    check();
  }

  /// Checks the connection, unless a check is running.
  void check() {
    if (!checking) {
      checking = true;
      delay.stop();
      context.run(() -> context.services().storeClock().read(), time -> succeeded(), this::failed);
    }
  }

  private void succeeded() {
    checking = false;
    delay.setDuration(FIRST_DELAY);
    context.health().answered();
  }

  private void failed(Exception failure) {
    checking = false;
    LOG.warn("Can't reach the store: {}", failure.getMessage());
    if (!context.health().failed(failure)) {
      context.health().failed(new StoreException(String.valueOf(failure.getMessage()), failure));
    }
    if (context.health().state().get() == StoreHealth.State.UNREACHABLE) {
      delay.playFromStart();
      Duration longer = delay.getDuration().multiply(BACKOFF);
      delay.setDuration(longer.greaterThan(MAX_DELAY) ? MAX_DELAY : longer);
    }
  }
}
