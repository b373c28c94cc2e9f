package app.fragments.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Whether a worker is to end, and its pauses, which that wish or a wake-up cuts short.
///
/// An interrupt counts as the wish to end. It is kept away from the worker's last writes, which a
/// database driver would refuse on an interrupted thread, and given back by [#restoreInterrupt].
final class StopSignal {
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;
  private volatile boolean draining;
  private volatile boolean interrupted;

  boolean stopping() {
    return stopping;
  }

  /// Whether no new job is to be taken.
  boolean ending() {
    return stopping || draining;
  }

  /// The worker is to end with the job that it has in hand.
  void drain() {
    draining = true;
    wakes.release();
  }

  void stop() {
    stopping = true;
    wakes.release();
  }

  void wake() {
    wakes.release();
  }

  /// Waits that long, or until woken or stopped. A wake-up between two pauses ends the next one.
  void pause(Duration atMost) {
    try {
      if (!stopping && wakes.tryAcquire(atMost.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      interrupted();
    }
  }

  /// Takes an interrupt as the wish to end. The thread's own mark must be cleared.
  void interrupted() {
    interrupted = true;
    stop();
  }

  /// As [#interrupted()] where this thread is marked so.
  void heedInterrupt() {
    if (Thread.interrupted()) {
      interrupted();
    }
  }

  /// Marks the thread again, once nothing is left to write.
  void restoreInterrupt() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
