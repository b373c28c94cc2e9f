package app.fragments.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Tells of the wish to end the process: Ctrl+C, or the system's signal to terminate.
@FunctionalInterface
public interface Signals {

  /// Runs an action, once, when the process is to end. The process ends after the registration is
  /// closed, or ten seconds later: so close it when all is put back in order.
  Registration onEnd(Runnable action);

  /// Those of this process.
  static Signals ofProcess() {
    return action -> {
      CountDownLatch orderly = new CountDownLatch(1);
      Thread hook =
          new Thread(
              () -> {
                action.run();
                awaitQuietly(orderly);
              },
              "ending");
      Runtime.getRuntime().addShutdownHook(hook);
      return () -> {
        orderly.countDown();
        try {
          Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
          // It is running already.
        }
      };
    };
  }

  private static void awaitQuietly(CountDownLatch orderly) {
    try {
      if (!orderly.await(10, TimeUnit.SECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Takes an action back.
  @FunctionalInterface
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
