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

/// Records what the children report and what the generator sees, for the [Audit].
final class Ledger {

  /// What is known about one job.
  static final class Book {
    boolean acknowledged;
    final TreeMap<Long, Run> runs = new TreeMap<>();
    final List<Long> accepted = new ArrayList<>();

    /// How many runs released the job.
    long releases() {
      return runs.values().stream().filter(run -> run.released).count();
    }

    /// How many runs were interrupted by a kill or a suspension.
    long struck() {
      return runs.values().stream().filter(run -> run.struckAt != 0).count();
    }

    /// How many runs lost their lease although their process was left alone.
    long lapsed() {
      return runs.values().stream().filter(run -> run.refused && run.struckAt == 0).count();
    }
  }

  /// One lease of a job.
  static final class Run {
    boolean started;
    boolean released;
    boolean refused;
    long struckAt;
  }

  private final Map<JobId, Book> books = new HashMap<>();
  private final Map<Child, Run> inHand = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> callsWhenPaid = new HashMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<Duration> recoveries = new ArrayList<>();

  synchronized void acknowledged(JobId job) {
    book(job).acknowledged = true;
  }

  private Book book(JobId job) {
    return books.computeIfAbsent(job, _ -> new Book());
  }

  /// Records a call of the generator.
  synchronized void called(String mark) {
    calls.merge(mark, 1, Integer::sum);
  }

  synchronized void told(Child child, ChildEvent notice) {
    switch (notice.kind()) {
      case READY, HELD -> {}
      case SUBMITTED -> acknowledged(notice.job());
      case CLAIMED -> claimed(child, notice);
      case TAKEN -> taken(notice);
      case REFUSED -> {
        refused.merge(notice.what(), 1, Integer::sum);
        run(notice).refused |= isLate(notice);
      }
      case ENDED -> inHand.remove(child);
    }
    notifyAll();
  }

  /// Whether a refused write shows a lost lease. A heartbeat may come just after the run ended
  /// normally, and a run that was not allowed to start has lost nothing.
  private static boolean isLate(ChildEvent refused) {
    return !refused.what().equals("JobQueue.heartbeat")
        && !refused.what().equals("JobStore.startProcessing");
  }

  private void claimed(Child child, ChildEvent notice) {
    Book book = book(notice.job());
    Map.Entry<Long, Run> before = book.runs.lowerEntry(notice.fencingToken());
    if (before != null && before.getValue().struckAt != 0) {
      recoveries.add(Duration.ofNanos(System.nanoTime() - before.getValue().struckAt));
    }
    Run run = new Run();
    book.runs.put(notice.fencingToken(), run);
    inHand.put(child, run);
  }

  private void taken(ChildEvent notice) {
    switch (notice.what()) {
      case "JobStore.complete", "JobStore.fail" ->
          book(notice.job()).accepted.add(notice.fencingToken());
      case "JobQueue.release" -> run(notice).released = true;
      case "JobStore.startProcessing" -> run(notice).started = true;
      default -> {}
    }
  }

  private Run run(ChildEvent notice) {
    return book(notice.job()).runs.get(notice.fencingToken());
  }

  /// Whether a child has an unfinished run.
  synchronized boolean isBusy(Child child) {
    return inHand.containsKey(child);
  }

  /// Records that a child was killed or suspended.
  ///
  /// @return whether it had an unfinished run
  synchronized boolean struck(Child child, long at) {
    Run cut = inHand.get(child);
    if (cut != null) {
      cut.struckAt = at;
    }
    return cut != null;
  }

  /// Whether the run that a child had when it was suspended has ended.
  synchronized boolean isOver(Child child) {
    Run run = inHand.get(child);
    return run == null || run.struckAt == 0;
  }

  /// The response for a job is certainly stored: remembers how often the generator was called for
  /// it so far.
  synchronized void paid(String mark) {
    callsWhenPaid.putIfAbsent(mark, calls(mark));
  }

  synchronized int calls(String mark) {
    return calls.getOrDefault(mark, 0);
  }

  synchronized Optional<Integer> callsWhenPaid(String mark) {
    return Optional.ofNullable(callsWhenPaid.get(mark));
  }

  /// Whether a later run has started, so that the record refuses this one.
  synchronized boolean passedOn(JobId job, long fencingToken) {
    return book(job).runs.tailMap(fencingToken, false).values().stream()
        .anyMatch(run -> run.started);
  }

  /// Whether the store refused a write of this run.
  synchronized boolean isRefused(JobId job, long fencingToken) {
    return book(job).runs.get(fencingToken).refused;
  }

  synchronized Map<JobId, Book> books() {
    return Map.copyOf(books);
  }

  synchronized Map<String, Integer> refused() {
    return new TreeMap<>(refused);
  }

  synchronized List<Duration> recoveries() {
    return List.copyOf(recoveries);
  }

  synchronized int allCalls() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Waits for a condition that depends on what the children report.
  ///
  /// @return whether it became true in time
  synchronized boolean await(BooleanSupplier condition, Duration atMost)
      throws InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (!condition.getAsBoolean()) {
      long left = end - System.nanoTime();
      if (left <= 0) {
        return false;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    return true;
  }
}
