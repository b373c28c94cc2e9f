package app.fragments.ui.jobs;

import javafx.concurrent.Task;
import org.jspecify.annotations.Nullable;

/// Runs a worker of the pool as a JavaFX task. Cancelling it interrupts the worker, which gives its
/// job back to the queue.
public final class WorkerTask extends Task<@Nullable Void> {
  private final Runnable loop;

  WorkerTask(Runnable loop) {
    this.loop = loop;
  }

  public static Thread thread(Runnable loop) {
    return Thread.ofPlatform().name("worker").daemon().unstarted(new WorkerTask(loop));
  }

  @Override
  protected @Nullable Void call() {
    loop.run();
    return null;
  }
}
