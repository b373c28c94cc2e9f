package app.fragments.worker;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Has one of a process's idle workers look for work, and the others rest until there is some: a
/// store is asked as often by sixteen idle workers as by one.
///
/// A worker that finds work calls the next one up, which looks at once: so a full queue has all of
/// them at work after a few milliseconds.
final class IdlePoller {
  /// A worker that rests looks by itself now and then, so that nothing rests on being called.
  private static final Duration LONGEST_REST = Duration.ofSeconds(15);

  private final Set<StopSignal> resting = new LinkedHashSet<>();
  private @Nullable StopSignal looking;

  /// Waits as an idle worker does, and returns when it is to look again.
  ///
  /// @param lookEvery how often the one that looks does so
  void idle(StopSignal worker, Duration lookEvery) {
    boolean looks = takeTurn(worker);
    worker.pause(looks ? lookEvery : LONGEST_REST);
    synchronized (this) {
      resting.remove(worker);
    }
  }

  private synchronized boolean takeTurn(StopSignal worker) {
    if (looking == null) {
      looking = worker;
    }
    if (looking == worker) {
      return true;
    }
    resting.add(worker);
    return false;
  }

  /// The worker has found work, or ends: another one looks from now on.
  synchronized void leave(StopSignal worker) {
    if (looking == worker) {
      looking = null;
    }
    resting.remove(worker);
    if (looking == null && !resting.isEmpty()) {
      StopSignal next = resting.iterator().next();
      resting.remove(next);
      looking = next;
      next.wake();
    }
  }
}
