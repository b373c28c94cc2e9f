package app.fragments.bench;

import java.time.Duration;
import java.util.List;

/// How much the queue is given to do.
///
/// @param runs how often each figure is taken side by side; the median counts
/// @param scalingRuns the same for ours alone
/// @param noOpJobs jobs of a run that do nothing
/// @param busyJobs jobs of a run that take [#BUSY] each
/// @param warmUpJobs jobs that each process does before it counts
/// @param idleSubmits jobs that an idle system is given one by one
/// @param idle how long an idle system's commands are counted
/// @param processes numbers of worker processes
/// @param histories numbers of jobs done before
record QueueLoad(
    int runs,
    int scalingRuns,
    int noOpJobs,
    int busyJobs,
    int warmUpJobs,
    int idleSubmits,
    Duration idle,
    List<Integer> processes,
    List<Integer> histories) {
  static final int WORKERS = 8;
  static final Duration BUSY = Duration.ofMillis(50);

  static final QueueLoad FULL =
      new QueueLoad(
          5,
          3,
          600,
          320,
          150,
          100,
          Duration.ofSeconds(15),
          List.of(1, 2, 4, 8, 16),
          List.of(1_000, 10_000, 100_000));

  /// To see that the benchmark works; its figures mean nothing.
  static final QueueLoad QUICK =
      new QueueLoad(
          1, 1, 100, 64, 20, 10, Duration.ofSeconds(5), List.of(1, 2), List.of(100, 1_000));
}
