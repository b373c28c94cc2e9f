package app.fragments.generator;

import app.fragments.store.ExceptionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A one-time request to stop, from any thread, with its reason.
///
/// Code that waits for something an interrupt cannot end (an HTTP call) registers an action that
/// ends it with [#onCancel].
public final class Cancellation {
  public enum Reason {
    CANCELLED,
    TIMEOUT,
    /// The lease expired or could not be renewed: another worker may have the job.
    LEASE_LOST,
    SHUTDOWN
  }

  private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

  private final List<Runnable> actions = new ArrayList<>();
  private @Nullable Reason reason;

  /// Requests a stop and runs the registered actions on this thread, even if some of them throw.
  /// Only the first reason counts.
  public void cancel(Reason why) {
    List<Runnable> toRun;
    synchronized (this) {
      if (reason != null) {
        return;
      }
      reason = why;
      toRun = List.copyOf(actions);
      actions.clear();
    }
    toRun.forEach(Cancellation::runSafely);
  }

  private static void runSafely(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.warn("A cancellation action failed: {}", ExceptionSummary.describe(e));
    }
  }

  /// Registers an action that ends a wait; it must not block. Runs it at once if already cancelled.
  /// Close the returned registration when the wait is over.
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (reason == null) {
        actions.add(action);
        return () -> {
          synchronized (this) {
            actions.remove(action);
          }
        };
      }
    }
    runSafely(action);
    return () -> {};
  }

  public synchronized boolean isCancelled() {
    return reason != null;
  }

  public synchronized Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
