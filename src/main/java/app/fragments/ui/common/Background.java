package app.fragments.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs blocking work off the FX thread and returns the result to it.
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final ExecutorService threads;

  public Background() {
    // not numbered: generating the names would delay the first frame
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background").factory());
  }

  /// Runs the work, then calls `onDone` or `onFailed` on the FX thread. No-op after [#close].
  public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
    try {
      threads.execute(() -> call(work, onDone, onFailed));
    } catch (RejectedExecutionException e) {
      LOG.debug("The window is closing; background work skipped", e);
    }
  }

  private static <T> void call(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
    try {
      T result = work.call();
      Platform.runLater(() -> onDone.accept(result));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      Platform.runLater(() -> onFailed.accept(e));
    }
  }

  /// Interrupts the running work and rejects new work.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
