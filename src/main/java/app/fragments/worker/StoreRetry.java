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
///
/// @param onAttempt called before each attempt
record StoreRetry(StopSignal signal, WorkerContext context, Runnable onAttempt) {
  private static final Logger LOG = LoggerFactory.getLogger(StoreRetry.class);

  /// @param step what is attempted, for the log
  /// @throws StoreUnavailableException if the worker stops before the store is available
  <T> T call(String step, Supplier<T> call) {
    IdlePoller outage = context.outagePoller;
    if (outage.isPolledByAnother(signal) && !signal.stopping()) {
      onAttempt.run();
      outage.idle(signal, context.storeBackoff.delay(1));
    }
    try {
      for (int failures = 1; ; failures++) {
        onAttempt.run();
        try {
          T result = call.get();
          if (failures > 1) {
            LOG.info("Store available again after {} failed attempts to {}", failures - 1, step);
          }
          return result;
        } catch (StoreUnavailableException e) {
          boolean wasStopping = signal.stopping();
          signal.consumeInterrupt(); // drivers report an interrupt as an outage: try once more
          if (wasStopping) {
            throw e;
          }
          if (failures == 1) {
            LOG.warn("The store is unavailable; waiting to {}: {}", step, e.getMessage());
          }
          outage.idle(signal, context.storeBackoff.delay(failures));
        }
      }
    } finally {
      outage.leave(signal);
    }
  }
}
