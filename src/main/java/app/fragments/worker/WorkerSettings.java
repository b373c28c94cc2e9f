package app.fragments.worker;

import java.time.Duration;

/// The timing of a worker.
///
/// @param jobTimeout how long a generator may take for one response
/// @param heartbeat the interval between heartbeats; several must fit into
///   [app.fragments.job.JobQueue#leaseTime()]
/// @param idlePoll how long an idle worker waits before it polls the queue again
/// @param reconcileInterval how often the [Reconciler] runs
/// @param stopGrace how long a cancelled generator may take before its thread is abandoned
/// @param retryBase the upper bound of the first delay between two attempts at a job; doubles with
///   each attempt
/// @param storeRetry the upper bound of the first delay while the store is unavailable; doubles up
///   to [#MAX_STORE_RETRY]
/// @param tries how many runs of a job may fail before the job does, if the job itself allows fewer
public record WorkerSettings(
    Duration jobTimeout,
    Duration heartbeat,
    Duration idlePoll,
    Duration reconcileInterval,
    Duration stopGrace,
    Duration retryBase,
    Duration storeRetry,
    int tries) {
  static final Duration MAX_STORE_RETRY = Duration.ofSeconds(5);

  /// How much longer than the job timeout a step of a run may take before the run counts as stuck.
  public static final Duration STUCK_AFTER = Duration.ofSeconds(20);

  public WorkerSettings {
    if (!jobTimeout.isPositive() || !heartbeat.isPositive() || !idlePoll.isPositive()) {
      throw new IllegalArgumentException("Timeout, heartbeat and poll interval must be positive");
    }
  }

  /// The usual intervals, with a job timeout and a number of attempts.
  public static WorkerSettings of(Duration jobTimeout, int tries) {
    return new WorkerSettings(
        jobTimeout,
        Duration.ofSeconds(5),
        Duration.ofSeconds(1),
        Duration.ofSeconds(30),
        Duration.ofSeconds(5),
        Duration.ofSeconds(5),
        Duration.ofMillis(200),
        tries);
  }
}
