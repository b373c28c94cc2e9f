package app.fragments.ui.common;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs what may wait off the FX thread, and hands its outcome back on it.
public final class Background implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Background.class);

  private final ExecutorService threads;

  public Background() {
    // one name for all: counting them is put together in memory, and the first picture waits
    threads = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("background").factory());
  }

  /// Runs the work; then calls `onDone` or `onFailed` on the FX thread. After [#close] nothing is
  /// run any more.
  public <T> void run(Callable<T> work, Consumer<T> onDone, Consumer<Exception> onFailed) {
    try {
      threads.execute(() -> call(work, onDone, onFailed));
    } catch (RejectedExecutionException e) {
      LOG.debug("The window is closing, work is left undone", e);
    }
  }

  /// Runs the work and hands its outcome back; what it throws is logged.
  public <T> void run(Callable<T> work, Consumer<T> onDone) {
    run(work, onDone, e -> LOG.warn("Background work failed, going on without it", e));
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

  /// Takes no more work; what runs is interrupted.
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
