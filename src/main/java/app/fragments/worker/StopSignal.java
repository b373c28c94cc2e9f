package app.fragments.worker;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// Tells a worker to end, and wakes it from its pauses.
///
/// An interrupt also tells it to end. The thread's interrupt flag stays clear during the worker's
/// last writes, which a database driver would refuse otherwise, until [#restoreInterrupt].
final class StopSignal {
  private final Semaphore wakes = new Semaphore(0);
  private volatile boolean stopping;
  private volatile boolean draining;
  private volatile boolean interrupted;

  boolean stopping() {
    return stopping;
  }

  /// Whether the worker takes no new job.
  boolean ending() {
    return stopping || draining;
  }

  /// The worker ends after its current job.
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

  /// Waits until the time is up, or until woken or stopped. A wake-up between two pauses ends the
  /// next one.
  void pause(Duration max) {
    try {
      if (!stopping && wakes.tryAcquire(max.toNanos(), TimeUnit.NANOSECONDS)) {
        wakes.drainPermits();
      }
    } catch (InterruptedException e) {
      interrupted();
    }
  }

  /// Treats an interrupt as [#stop]. The thread's interrupt flag must be clear.
  void interrupted() {
    interrupted = true;
    stop();
  }

  /// Clears the thread's interrupt flag and stops if it was set.
  void consumeInterrupt() {
    if (Thread.interrupted()) {
      interrupted();
    }
  }

  /// Sets the thread's interrupt flag again after the last write.
  void restoreInterrupt() {
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
