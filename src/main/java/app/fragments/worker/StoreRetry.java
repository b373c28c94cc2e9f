package app.fragments.worker;

import app.fragments.store.StoreUnavailableException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Calls the store again for as long as it is away and the worker is not to end.
///
/// A worker whose store is away has nothing better to do, and an answer that was paid for is worth
/// waiting with: the fence, not the clock, says whether it may still be written.
final class StoreRetry {
  private static final Logger LOG = LoggerFactory.getLogger(StoreRetry.class);

  private final StopSignal signal;
  private final Backoff backoff;
  private final Runnable onTry;

  StoreRetry(StopSignal signal, WorkerContext context) {
    this(signal, context, () -> {});
  }

  /// @param onTry called before each try
  StoreRetry(StopSignal signal, WorkerContext context, Runnable onTry) {
    this.signal = signal;
    this.onTry = onTry;
    this.backoff = context.storeBackoff();
  }

  /// @param step what is tried, for the log
  /// @throws StoreUnavailableException where the worker is to end before the store is back
  <T> T call(String step, Supplier<T> call) {
    for (int failures = 1; ; failures++) {
      onTry.run();
      try {
        T result = call.get();
        if (failures > 1) {
          LOG.info("The store is back; it could {}", step);
        }
        return result;
      } catch (StoreUnavailableException e) {
        boolean wasStopping = signal.stopping();
        signal.heedInterrupt(); // what drivers make of an interrupt; the call is tried once more
        if (wasStopping) {
          throw e;
        }
        if (failures == 1) {
          LOG.warn("The store is away; waiting for it to {}: {}", step, e.getMessage());
        }
        signal.pause(backoff.delay(failures));
      }
    }
  }
}
