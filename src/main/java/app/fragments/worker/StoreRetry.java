package app.fragments.worker;

import app.fragments.store.StoreUnavailableException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repeats a store call until the store is available or the worker stops.
///
/// Waiting is safe: the fencing token, not the clock, decides whether a result may still be
/// written, and a paid response is worth the wait. During an outage only one worker of the pool
/// retries; the others rest until it succeeds.
final class StoreRetry {
  private static final Logger LOG = LoggerFactory.getLogger(StoreRetry.class);

  private final StopSignal signal;
  private final IdlePoller outage;
  private final Backoff backoff;
  private final Runnable onAttempt;

  StoreRetry(StopSignal signal, WorkerContext context) {
    this(signal, context, () -> {});
  }

  /// @param onAttempt called before each attempt
  StoreRetry(StopSignal signal, WorkerContext context, Runnable onAttempt) {
    this.signal = signal;
    this.outage = context.outagePoller();
    this.backoff = context.storeBackoff();
    this.onAttempt = onAttempt;
  }

  /// @param step what is attempted, for the log
  /// @throws StoreUnavailableException if the worker stops before the store is available
  <T> T call(String step, Supplier<T> call) {
    if (outage.isPolledByAnother(signal) && !signal.stopping()) {
      onAttempt.run();
      outage.idle(signal, backoff.delay(1));
    }
    try {
      for (int failures = 1; ; failures++) {
        onAttempt.run();
        try {
          T result = call.get();
          if (failures > 1) {
            LOG.info("The store is available again; could {}", step);
          }
          return result;
        } catch (StoreUnavailableException e) {
          boolean wasStopping = signal.stopping();
          signal.heedInterrupt(); // drivers report an interrupt as an outage: try once more
          if (wasStopping) {
            throw e;
          }
          if (failures == 1) {
            LOG.warn("The store is unavailable; waiting to {}: {}", step, e.getMessage());
          }
          outage.idle(signal, backoff.delay(failures));
        }
      }
    } finally {
      outage.leave(signal);
    }
  }
}
