package app.fragments.bench;

import java.time.Duration;
import java.util.List;

/// The size of the queue benchmark.
///
/// @param runs measurements of each comparison; the median counts
/// @param scalingRuns measurements of Fragments alone
/// @param noOpJobs jobs per run that do nothing
/// @param busyJobs jobs per run that take [#BUSY] each
/// @param warmUpJobs jobs that each process runs before measuring
/// @param idleSubmits jobs submitted one by one to an idle system
/// @param idle how long to count an idle system's commands
/// @param processes numbers of worker processes
/// @param histories numbers of jobs completed before
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

  /// Only checks that the benchmark works; the results mean nothing.
  static final QueueLoad QUICK =
      new QueueLoad(
          1, 1, 100, 64, 20, 10, Duration.ofSeconds(5), List.of(1, 2), List.of(100, 1_000));
}
