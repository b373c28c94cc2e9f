package app.fragments.worker;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Lets one of the waiting workers poll while the others rest, so that sixteen idle workers send as
/// many commands as one.
///
/// A worker whose poll succeeds calls [#leave], which wakes the next one. A full queue thus puts
/// all workers to work within milliseconds.
final class IdlePoller {
  /// A resting worker polls after this long even if nobody wakes it.
  static final Duration MAX_REST = Duration.ofSeconds(15);

  private final Set<StopSignal> resting = new LinkedHashSet<>();
  private @Nullable StopSignal poller;

  /// Waits until this worker should poll again.
  ///
  /// @param interval the poll interval of the one that polls
  void idle(StopSignal worker, Duration interval) {
    boolean polls;
    synchronized (this) {
      polls = isPoller(worker);
      if (!polls) {
        resting.add(worker);
      }
    }
    worker.pause(polls ? interval : MAX_REST);
    synchronized (this) {
      resting.remove(worker);
    }
  }

  /// Whether this worker polls; it does from now on if no other one does.
  synchronized boolean isPoller(StopSignal worker) {
    if (poller == null) {
      poller = worker;
    }
    return poller == worker;
  }

  synchronized boolean isPolledByAnother(StopSignal worker) {
    return poller != null && poller != worker;
  }

  /// The worker has found work or ends: wakes the next one if this one was polling.
  synchronized void leave(StopSignal worker) {
    if (poller == worker) {
      poller = null;
    }
    resting.remove(worker);
    if (poller == null && !resting.isEmpty()) {
      StopSignal next = resting.iterator().next();
      resting.remove(next);
      poller = next;
      next.wake();
    }
  }
}
