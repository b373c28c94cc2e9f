package app.fragments.worker;

import app.fragments.generator.Cancellation;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// Waits until a run may call a generator whose calls are counted, while its lease is kept.
final class RateLimitWait {
  private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  private final Cancellation cancellation;
  private final Heartbeat heartbeat;
  private final RunWatchdog watch;
  private final Ticker ticker;
  private final StopSignal signal;

  RateLimitWait(
      Cancellation cancellation,
      Heartbeat heartbeat,
      RunWatchdog watch,
      Ticker ticker,
      StopSignal signal) {
    this.cancellation = cancellation;
    this.heartbeat = heartbeat;
    this.watch = watch;
    this.ticker = ticker;
    this.signal = signal;
  }

  /// @throws StoppedException where the run is to stop first
  void await(Duration wait) throws StoppedException {
    long until = ticker.nanos() + wait.toNanos();
    CountDownLatch stop = new CountDownLatch(1);
    try (var _ = cancellation.onCancel(stop::countDown)) {
      while (!cancellation.isCancelled() && until - ticker.nanos() > 0) {
        watch.step();
        if (ticker.nanos() - heartbeat.keptUntil() >= 0) {
          cancellation.cancel(Cancellation.Reason.LEASE_LOST);
        }
        pause(stop, Math.min(until - ticker.nanos(), LOOK_EVERY_NANOS));
      }
    }
    if (cancellation.isCancelled()) {
      throw new StoppedException(new RunOutcome.Stopped(cancellation.reason().orElseThrow()));
    }
  }

  private void pause(CountDownLatch stop, long nanos) {
    try {
      var _ = stop.await(nanos, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      signal.interrupted();
      cancellation.cancel(Cancellation.Reason.SHUTDOWN);
    }
  }
}
