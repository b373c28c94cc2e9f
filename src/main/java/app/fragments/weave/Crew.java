package app.fragments.weave;

import app.fragments.job.Claimant;
import app.fragments.job.Retention;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/// What the workers of one process share: one of them looks for work at a time, one of them sweeps
/// at a time, and their calls keep one pace.
public final class Crew {
  /// More calls a minute than any worker makes.
  public static final int UNPACED = 60_000;

  private final int perUser;
  private final Retention retention;
  private final CallPace pace;
  private final Lookout lookout = new Lookout();
  private final ReentrantLock sweeping = new ReentrantLock();
  private final Ticker ticker;
  private long nextSweep;

  /// @param perUser how many jobs of one user may run at once on the store, see [Claimant]
  /// @param callsPerMinute how many calls of a generator whose calls are counted may start, in all
  /// @param retention how long the records of ended jobs are kept
  public Crew(int perUser, int callsPerMinute, Retention retention, Ticker ticker) {
    this.perUser = perUser;
    this.retention = retention;
    this.pace = new CallPace(callsPerMinute, ticker);
    this.ticker = ticker;
    this.nextSweep = ticker.nanos();
  }

  /// Without limits.
  public static Crew free() {
    return new Crew(Claimant.UNLIMITED, UNPACED, Retention.DEFAULT, Ticker.SYSTEM);
  }

  int perUser() {
    return perUser;
  }

  Retention retention() {
    return retention;
  }

  CallPace pace() {
    return pace;
  }

  Lookout lookout() {
    return lookout;
  }

  /// Has the caller sweep, where it is time and nobody else of the crew does.
  void sweepIfDue(Sweep sweep, Duration every) {
    if (!sweeping.tryLock()) {
      return;
    }
    try {
      long now = ticker.nanos();
      if (now - nextSweep >= 0) {
        nextSweep = now + every.toNanos();
        sweep.sweep();
      }
    } finally {
      sweeping.unlock();
    }
  }
}
