package app.fragments.ui.shell;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Logs the time from the start of the JVM until the list is drawn and usable.
final class StartupTimer {
  private static final Logger LOG = LoggerFactory.getLogger(StartupTimer.class);

  private final Scene scene;
  private final Clock clock;
  private final Runnable onDrawn;
  private final Runnable onPulse = this::pulse;
  private boolean laidOut;

  private StartupTimer(Scene scene, Clock clock, Runnable onDrawn) {
    this.scene = scene;
    this.clock = clock;
    this.onDrawn = onDrawn;
  }

  /// @param listed whether the list has its first page
  /// @param onDrawn called once that page is drawn
  static void log(Scene scene, ReadOnlyBooleanProperty listed, Clock clock, Runnable onDrawn) {
    StartupTimer timer = new StartupTimer(scene, clock, onDrawn);
    listed.subscribe(
        now -> {
          if (now) {
            scene.addPostLayoutPulseListener(timer.onPulse);
            Platform.requestNextPulse();
          }
        });
  }

  /// The first pulse lays out the list; at the next one, it is drawn.
  private void pulse() {
    if (!laidOut) {
      laidOut = true;
      Platform.requestNextPulse();
      return;
    }
    scene.removePostLayoutPulseListener(onPulse);
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    LOG.info("The list can be used {} ms after the start", clock.millis() - start);
    onDrawn.run();
  }
}
