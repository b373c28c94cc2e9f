package app.fragments.ui;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;

/// Runs code on the FX thread.
public final class FxThread {
  private static final AtomicBoolean STARTED = new AtomicBoolean();
  private static final Duration TIMEOUT = Duration.ofSeconds(15);

  private FxThread() {}

  /// Starts the toolkit once, on the headless platform.
  public static void start() {
    if (STARTED.compareAndSet(false, true)) {
      CompletableFuture<Void> up = new CompletableFuture<>();
      try {
        Platform.startup(() -> up.complete(null));
      } catch (IllegalStateException alreadyUp) {
        up.complete(null);
      }
      up.join();
      Platform.setImplicitExit(false);
    }
  }

  public static void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }

  public static <T> T call(Callable<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    Platform.runLater(
        () -> {
          try {
            done.complete(work.call());
          } catch (Throwable e) {
            done.completeExceptionally(e);
          }
        });
    return done.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /// Waits until the condition holds on the FX thread.
  public static void await(String what, Callable<Boolean> condition) {
    long deadline = System.nanoTime() + TIMEOUT.toNanos();
    while (!call(condition)) {
      if (System.nanoTime() > deadline) {
        throw new AssertionError("Timed out waiting for: " + what);
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /// Waits until the scene has been laid out and drawn a few times.
  public static void settle() {
    for (int i = 0; i < 3; i++) {
      CompletableFuture<Void> pulse = new CompletableFuture<>();
      Platform.runLater(
          () ->
              new javafx.animation.AnimationTimer() {
                @Override
                public void handle(long time) {
                  stop();
                  pulse.complete(null);
                }
              }.start());
      pulse.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }
  }
}
