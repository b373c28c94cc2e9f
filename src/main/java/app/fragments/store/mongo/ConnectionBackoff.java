package app.fragments.store.mongo;

import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Decides when to connect again after a failure. All callers share one instance: only one of them
/// tries, and the others fail at once. The delay doubles with each failure, and is much longer if
/// the store refused: servers lock accounts after several wrong passwords. Thread-safe.
public final class ConnectionBackoff {
  private static final Duration FIRST_UNAVAILABLE = Duration.ofSeconds(1);
  private static final Duration MAX_UNAVAILABLE = Duration.ofSeconds(10);
  private static final Duration FIRST_REFUSED = Duration.ofMinutes(1);
  private static final Duration MAX_REFUSED = Duration.ofMinutes(15);

  private final LongSupplier nanoTime;
  private @Nullable StoreException failure;
  private Duration delay = Duration.ZERO;
  private long failedAt;
  private boolean attempting;

  /// @param nanoTime a monotonic clock, as [System#nanoTime()]
  public ConnectionBackoff(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// Throws the last failure until its delay has passed.
  synchronized void check() {
    if (failure != null && nanoTime.getAsLong() - failedAt < delay.toNanos()) {
      throw failure;
    }
  }

  /// Like [#check], but then lets one caller try, who reports the outcome with [#failed] or
  /// [#reset]. Meanwhile, other callers still get the last failure.
  public synchronized void beforeAttempt() {
    check();
    attempting = failure != null;
    failedAt = nanoTime.getAsLong();
  }

  public synchronized void failed(StoreException now) {
    if (failure != null && !attempting) {
      return; // the late end of an attempt that began before the last failure
    }
    boolean unavailable = now instanceof StoreUnavailableException;
    if (failure != null && unavailable == failure instanceof StoreUnavailableException) {
      Duration max = unavailable ? MAX_UNAVAILABLE : MAX_REFUSED;
      Duration doubled = delay.multipliedBy(2);
      delay = doubled.compareTo(max) < 0 ? doubled : max;
    } else {
      delay = unavailable ? FIRST_UNAVAILABLE : FIRST_REFUSED;
    }
    failure = now;
    failedAt = nanoTime.getAsLong();
    attempting = false;
  }

  /// Allows the next attempt now: the last one succeeded, or the user asks for another.
  public synchronized void reset() {
    failure = null;
    attempting = false;
  }
}
