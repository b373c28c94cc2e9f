package app.fragments.generator;

import app.fragments.store.ExceptionSummary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A wish to stop, made once, from any thread, with its reason.
///
/// Who waits for something that an interrupt does not end (an HTTP call) registers what ends it
/// with [#onCancel].
public final class Cancellation {

  /// Why a run is to stop.
  public enum Reason {
    /// The user cancelled the job.
    CANCELLED,
    /// The job's time is up.
    TIMEOUT,
    /// The lease is lost, or could not be kept: somebody else may be working on the job.
    LEASE_LOST,
    /// The program ends; the job goes back to the queue.
    SHUTDOWN
  }

  private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

  private final List<Runnable> actions = new ArrayList<>();
  private @Nullable Reason reason;

  /// Asks to stop. Only the first reason counts. Runs what was registered, on this thread; what one
  /// of them throws keeps no other from running.
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
    toRun.forEach(Cancellation::runGuarded);
  }

  private static void runGuarded(Runnable action) {
    try {
      action.run();
    } catch (RuntimeException e) {
      LOG.warn("An action on cancel failed: {}", ExceptionSummary.describe(e));
    }
  }

  /// Registers what ends a wait, itself without waiting for anything; runs it at once where the
  /// wish was made already. Close the returned registration when the wait is over.
  public Registration onCancel(Runnable action) {
    synchronized (this) {
      if (reason == null) {
        actions.add(action);
        return () -> remove(action);
      }
    }
    runGuarded(action);
    return () -> {};
  }

  private synchronized void remove(Runnable action) {
    actions.remove(action);
  }

  public synchronized boolean isCancelled() {
    return reason != null;
  }

  public synchronized Optional<Reason> reason() {
    return Optional.ofNullable(reason);
  }

  /// Takes an action back.
  @FunctionalInterface
  public interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
