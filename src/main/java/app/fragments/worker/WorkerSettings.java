package app.fragments.worker;

import java.time.Duration;

/// How a worker spends its time.
///
/// @param jobTimeout how long a generator may take for one answer
/// @param heartbeat how often the lease is kept; several fit into
///   [app.fragments.job.JobQueue#leaseTime()]
/// @param idlePoll how long a worker that found nothing waits before it looks again, if nobody
///   wakes it
/// @param reconcileInterval how often it mends what crashes left behind
/// @param stopGrace how long a generator that was told to stop may take before it is abandoned
/// @param retryBase the longest first wait between two tries of a job, doubled from try to try
/// @param storeRetry the longest first wait for a store that is away, doubled up to
///   [#LONGEST_STORE_RETRY]
/// @param tries how many runs of a job may fail before the job does, where the job itself allows
///   fewer
public record WorkerSettings(
    Duration jobTimeout,
    Duration heartbeat,
    Duration idlePoll,
    Duration reconcileInterval,
    Duration stopGrace,
    Duration retryBase,
    Duration storeRetry,
    int tries) {
  /// The longest wait before a store that is away is asked again.
  public static final Duration LONGEST_STORE_RETRY = Duration.ofSeconds(5);

  public static final WorkerSettings DEFAULT =
      new WorkerSettings(
          Duration.ofSeconds(180),
          Duration.ofSeconds(5),
          Duration.ofSeconds(1),
          Duration.ofSeconds(30),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMillis(200),
          1);

  /// How much longer than a generator's answer the rest of a run may take, each step of it, before
  /// the run counts as stuck.
  public static final Duration STUCK_AFTER = Duration.ofSeconds(20);

  public WorkerSettings {
    if (!jobTimeout.isPositive() || !heartbeat.isPositive() || !idlePoll.isPositive()) {
      throw new IllegalArgumentException("A time-out, heartbeat and poll take longer than nothing");
    }
  }

  public WorkerSettings withJobTimeout(Duration value) {
    return new WorkerSettings(
        value, heartbeat, idlePoll, reconcileInterval, stopGrace, retryBase, storeRetry, tries);
  }

  public WorkerSettings withIdlePoll(Duration value) {
    return new WorkerSettings(
        jobTimeout, heartbeat, value, reconcileInterval, stopGrace, retryBase, storeRetry, tries);
  }

  public WorkerSettings withTries(int value) {
    return new WorkerSettings(
        jobTimeout,
        heartbeat,
        idlePoll,
        reconcileInterval,
        stopGrace,
        retryBase,
        storeRetry,
        value);
  }
}
