package app.fragments.ui.shell;

import app.fragments.store.StoreException;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Opens the store in the background, and while it is away asks again by itself, ever more rarely.
/// On the FX thread.
final class ConnectionMonitor {
  private static final Duration FIRST_RETRY = Duration.seconds(2);
  private static final Duration LAST_RETRY = Duration.seconds(10);
  private static final double SLOWER = 1.5;
  private static final Logger LOG = LoggerFactory.getLogger(ConnectionMonitor.class);

  private final UiContext context;
  private final PauseTransition pause = new PauseTransition(FIRST_RETRY);
  private boolean asking;

  ConnectionMonitor(UiContext context) {
    this.context = context;
    pause.setOnFinished(e -> ask());
    context.health().state().addListener((o, old, now) -> healthChanged(now));
  }

  /// Connects now, even if the store has just refused: the user asks for it.
  void retry() {
    context.services().retryConnection();
    ask();
  }

  /// Opens the store, or asks it whether it is back.
  void ask() {
    if (asking) {
      return;
    }
    asking = true;
    pause.stop();
    context
        .background()
        .run(() -> context.services().storeClock().read(), time -> answered(), this::failed);
  }

  private void answered() {
    asking = false;
    pause.setDuration(FIRST_RETRY);
    context.health().answered();
  }

  private void failed(Exception failure) {
    asking = false;
    LOG.warn("The store does not answer: {}", failure.getMessage());
    if (!context.health().failed(failure)) {
      context.health().failed(new StoreException(String.valueOf(failure.getMessage()), failure));
    }
    if (context.health().state().get() == StoreHealth.State.AWAY) {
      pause.playFromStart();
      Duration slower = pause.getDuration().multiply(SLOWER);
      pause.setDuration(slower.greaterThan(LAST_RETRY) ? LAST_RETRY : slower);
    }
  }

  private void healthChanged(StoreHealth.State now) {
    if (now == StoreHealth.State.AWAY && !asking) {
      pause.playFromStart();
    }
  }
}
