package app.fragments.ui.shell;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.scene.Scene;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log how long the start took: from the JVM's start until the list has been drawn and
/// can be clicked.
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

  /// @param listed whether the list shows the first page
  /// @param onDrawn told when it has been drawn
  static void log(Scene scene, ReadOnlyBooleanProperty listed, Clock clock, Runnable onDrawn) {
    StartupTimer time = new StartupTimer(scene, clock, onDrawn);
    listed.subscribe(
        now -> {
          if (now) {
            scene.addPostLayoutPulseListener(time.onPulse);
            Platform.requestNextPulse();
          }
        });
  }

  /// The first one lays the list out; at the next one, it has been drawn.
  private void pulse() {
    if (!laidOut) {
      laidOut = true;
      Platform.requestNextPulse();
      return;
    }
    scene.removePostLayoutPulseListener(onPulse);
    long began = ManagementFactory.getRuntimeMXBean().getStartTime();
    LOG.info("The list can be used {} ms after the start", clock.millis() - began);
    onDrawn.run();
  }
}
