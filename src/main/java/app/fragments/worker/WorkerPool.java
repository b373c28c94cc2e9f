package app.fragments.worker;

import app.fragments.job.ClaimRequest;
import app.fragments.job.RetentionPolicy;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// What the workers of one process share: one of them looks for work at a time, one of them sweeps
/// at a time, and their calls keep one pace.
public final class WorkerPool {
  /// More calls a minute than any worker makes.
  public static final int UNPACED = 60_000;

  private final int perUser;
  private final RetentionPolicy retention;
  private final RateLimiter pace;
  private final IdlePoller lookout = new IdlePoller();
  private final ReentrantLock sweeping = new ReentrantLock();
  private final Ticker ticker;
  private long nextSweep;

  /// @param perUser how many jobs of one user may run at once on the store, see [ClaimRequest]
  /// @param callsPerMinute how many calls of a generator whose calls are counted may start, in all
  /// @param retention how long the records of ended jobs are kept
  public WorkerPool(int perUser, int callsPerMinute, RetentionPolicy retention, Ticker ticker) {
    this.perUser = perUser;
    this.retention = retention;
    this.pace = new RateLimiter(callsPerMinute, ticker);
    this.ticker = ticker;
    this.nextSweep = ticker.nanos();
  }

  /// Without limits.
  public static WorkerPool free() {
    return new WorkerPool(ClaimRequest.UNLIMITED, UNPACED, RetentionPolicy.DEFAULT, Ticker.SYSTEM);
  }

  int perUser() {
    return perUser;
  }

  RetentionPolicy retention() {
    return retention;
  }

  RateLimiter pace() {
    return pace;
  }

  IdlePoller lookout() {
    return lookout;
  }

  /// Has the caller sweep, where it is time and nobody else of the crew does.
  void reconcileIfDue(Reconciler sweep, Duration every) {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      long now = ticker.nanos();
      if (now - nextSweep >= 0) {
        nextSweep = now + every.toNanos();
        sweep.reconcile();
      }
    } finally {
      sweeping.unlock();
    }
  }
}
