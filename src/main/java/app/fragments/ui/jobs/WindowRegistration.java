package app.fragments.ui.jobs;

import app.fragments.ui.common.UiContext;
import app.fragments.worker.WorkerRegistration;
import javafx.animation.Animation;
import javafx.animation.PauseTransition;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;

/// Has other processes know how many workers this window has, and how many of them are busy. On the
/// FX thread.
public final class WindowRegistration {
  /// What changes in between is told together.
  private static final Duration EVERY = Duration.seconds(1);

  private final UiContext context;
  private final WindowWorkers workers;
  private final PauseTransition pause = new PauseTransition(EVERY);
  private @Nullable WorkerRegistration attendance;

  public WindowRegistration(UiContext context, WindowWorkers workers) {
    this.context = context;
    this.workers = workers;
    pause.setOnFinished(e -> tell());
  }

  /// Begins, in the background; it ends with the program.
  public void start() {
    context
        .background()
        .run(
            () -> context.services().attendance(workers::count, workers::busy),
            made -> attendance = made);
  }

  /// How many there are, or are busy, may have changed.
  public void changed() {
    if (pause.getStatus() != Animation.Status.RUNNING) {
      pause.playFromStart();
    }
  }

  public void close() {
    pause.stop();
    attendance = null;
  }

  private void tell() {
    WorkerRegistration told = attendance;
    if (told != null) {
      told.changed();
    }
  }
}
