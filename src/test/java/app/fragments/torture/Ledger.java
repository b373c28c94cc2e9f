package app.fragments.torture;

import app.fragments.job.JobId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/// What the children reported and how often the generator was called, for the [Audit].
final class Ledger {

  /// What is known about one job.
  static final class JobHistory {
    boolean acknowledged;
    final TreeMap<Long, Run> runs = new TreeMap<>();
    final List<Long> accepted = new ArrayList<>();

    /// The number of runs that released the job.
    long releases() {
      return runs.values().stream().filter(run -> run.released).count();
    }

    /// The number of runs interrupted by a kill or suspension.
    long interrupted() {
      return runs.values().stream().filter(run -> run.interruptedAt != 0).count();
    }

    /// The number of runs that lost their lease although nobody touched their process.
    long lostLeases() {
      return runs.values().stream().filter(run -> run.refused && run.interruptedAt == 0).count();
    }

    /// The number of runs that lost their lease before they started: suspended after the claim, but
    /// before the child could report it.
    long refusedStarts() {
      return runs.values().stream()
          .filter(run -> run.startRefused && run.interruptedAt == 0)
          .count();
    }
  }

  /// One lease of a job.
  static final class Run {
    boolean started;
    boolean startRefused;
    boolean released;
    boolean refused;
    long interruptedAt;
  }

  private final Map<JobId, JobHistory> histories = new HashMap<>();
  private final Map<Child, Run> currentRuns = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> callsWhenStored = new HashMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<Duration> recoveries = new ArrayList<>();

  synchronized void acknowledged(JobId job) {
    history(job).acknowledged = true;
  }

  private JobHistory history(JobId job) {
    return histories.computeIfAbsent(job, _ -> new JobHistory());
  }

  /// Records a call of the generator.
  synchronized void called(String marker) {
    calls.merge(marker, 1, Integer::sum);
  }

  synchronized void record(Child child, ChildEvent event) {
    switch (event.kind()) {
      case READY, HELD -> {}
      case SUBMITTED -> acknowledged(event.job());
      case CLAIMED -> claimed(child, event);
      case ACCEPTED -> accepted(event);
      case REFUSED -> {
        refused.merge(event.detail(), 1, Integer::sum);
        run(event).refused |= provesLostLease(event);
        run(event).startRefused |= event.detail().equals("JobStore.startProcessing");
      }
      case ENDED -> currentRuns.remove(child);
    }
    notifyAll();
  }

  /// Whether a refused write proves a lost lease. A heartbeat may arrive just after the run ended
  /// normally, and a run that was not allowed to start has lost nothing.
  private static boolean provesLostLease(ChildEvent refused) {
    return !refused.detail().equals("JobQueue.heartbeat")
        && !refused.detail().equals("JobStore.startProcessing");
  }

  private void claimed(Child child, ChildEvent event) {
    JobHistory history = history(event.job());
    Map.Entry<Long, Run> before = history.runs.lowerEntry(event.fencingToken());
    if (before != null && before.getValue().interruptedAt != 0) {
      recoveries.add(Duration.ofNanos(System.nanoTime() - before.getValue().interruptedAt));
    }
    Run run = new Run();
    history.runs.put(event.fencingToken(), run);
    currentRuns.put(child, run);
  }

  private void accepted(ChildEvent event) {
    switch (event.detail()) {
      case "JobStore.complete", "JobStore.fail" ->
          history(event.job()).accepted.add(event.fencingToken());
      case "JobQueue.release" -> run(event).released = true;
      case "JobStore.startProcessing" -> run(event).started = true;
      default -> {}
    }
  }

  private Run run(ChildEvent event) {
    return history(event.job()).runs.get(event.fencingToken());
  }

  /// Whether a child has an unfinished run.
  synchronized boolean isBusy(Child child) {
    return currentRuns.containsKey(child);
  }

  /// Records that a child was killed or suspended.
  ///
  /// @return whether it had an unfinished run
  synchronized boolean recordInterruption(Child child, long at) {
    Run run = currentRuns.get(child);
    if (run != null) {
      run.interruptedAt = at;
    }
    return run != null;
  }

  /// Whether the run that a child had when it was suspended has ended.
  synchronized boolean hasFinished(Child child) {
    Run run = currentRuns.get(child);
    return run == null || run.interruptedAt == 0;
  }

  /// Records that the answer for a job is stored, and how many calls it took.
  synchronized void answerStored(String marker) {
    callsWhenStored.putIfAbsent(marker, calls(marker));
  }

  synchronized int calls(String marker) {
    return calls.getOrDefault(marker, 0);
  }

  synchronized Optional<Integer> callsWhenStored(String marker) {
    return Optional.ofNullable(callsWhenStored.get(marker));
  }

  /// Whether a later run has started, so that the record refuses writes of this one.
  synchronized boolean wasTakenOver(JobId job, long fencingToken) {
    return history(job).runs.tailMap(fencingToken, false).values().stream()
        .anyMatch(run -> run.started);
  }

  /// Whether the store refused a write of this run.
  synchronized boolean isRefused(JobId job, long fencingToken) {
    return history(job).runs.get(fencingToken).refused;
  }

  synchronized Map<JobId, JobHistory> histories() {
    return Map.copyOf(histories);
  }

  synchronized Map<String, Integer> refused() {
    return new TreeMap<>(refused);
  }

  synchronized List<Duration> recoveries() {
    return List.copyOf(recoveries);
  }

  synchronized int totalCalls() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Waits for a condition that depends on what the children report.
  ///
  /// @return whether it became true in time
  synchronized boolean await(BooleanSupplier condition, Duration timeout)
      throws InterruptedException {
    long end = System.nanoTime() + timeout.toNanos();
    while (!condition.getAsBoolean()) {
      long remaining = end - System.nanoTime();
      if (remaining <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, remaining);
    }
    return true;
  }
}
