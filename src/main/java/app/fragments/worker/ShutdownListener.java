package app.fragments.worker;

import app.fragments.job.JobId;
import java.time.Duration;

/// Reports how a headless [WorkerPool] shuts down.
public interface ShutdownListener {
  /// @param running how many jobs the pool finishes before it ends
  void draining(int running);

  /// @param running how many jobs the pool gives back to the queue
  void releasing(int running);

  /// A run does not end although it was cancelled. The pool releases its other jobs.
  void stuck(JobId job);

  /// Workers still run [#releaseTimeout()] after their release; only killing the process stops
  /// them.
  void hung();

  /// How long released workers may take to give their jobs back.
  default Duration releaseTimeout() {
    return Duration.ofSeconds(10);
  }
}
