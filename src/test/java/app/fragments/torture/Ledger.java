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

/// What the children told and the generator saw, written down while it happens, for the [Audit].
final class Ledger {

  /// What is known of one job.
  static final class Book {
    boolean acknowledged;
    final TreeMap<Long, Run> runs = new TreeMap<>();
    final List<Long> accepted = new ArrayList<>();

    /// How many runs gave the job back.
    long releases() {
      return runs.values().stream().filter(run -> run.released).count();
    }

    /// Runs that a kill or a stop cut off.
    long struck() {
      return runs.values().stream().filter(run -> run.struckAt != 0).count();
    }

    /// Runs that lost their lease although nobody touched their process.
    long lapsed() {
      return runs.values().stream().filter(run -> run.refused && run.struckAt == 0).count();
    }
  }

  /// One lease of a job.
  static final class Run {
    final Child child;
    final long fence;
    boolean released;
    boolean refused;
    String ended;
    long struckAt;

    private Run(Child child, long fence) {
      this.child = child;
      this.fence = fence;
    }
  }

  private final Map<JobId, Book> books = new HashMap<>();
  private final Map<String, Integer> calls = new HashMap<>();
  private final Map<String, Integer> callsWhenPaid = new HashMap<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final List<Duration> rescues = new ArrayList<>();

  synchronized void acknowledged(JobId job) {
    book(job).acknowledged = true;
  }

  private Book book(JobId job) {
    return books.computeIfAbsent(job, _ -> new Book());
  }

  /// The generator was called.
  synchronized void called(String mark) {
    calls.merge(mark, 1, Integer::sum);
  }

  synchronized void told(Child child, Notice notice) {
    switch (notice.kind()) {
      case READY, HELD -> {}
      case SUBMITTED -> acknowledged(notice.job());
      case CLAIMED -> claimed(child, notice);
      case TAKEN -> taken(notice);
      case REFUSED -> {
        refused.merge(notice.what(), 1, Integer::sum);
        // a heartbeat may just come after the run has ended in good order
        run(notice).refused |= !notice.what().equals("JobQueue.heartbeat");
      }
      case ENDED -> run(notice).ended = notice.what();
    }
    notifyAll();
  }

  private void claimed(Child child, Notice notice) {
    Book book = book(notice.job());
    Map.Entry<Long, Run> before = book.runs.lowerEntry(notice.fence());
    if (before != null && before.getValue().struckAt != 0) {
      rescues.add(Duration.ofNanos(System.nanoTime() - before.getValue().struckAt));
    }
    book.runs.put(notice.fence(), new Run(child, notice.fence()));
  }

  private void taken(Notice notice) {
    switch (notice.what()) {
      case "JobStore.complete", "JobStore.fail" -> book(notice.job()).accepted.add(notice.fence());
      case "JobQueue.release" -> run(notice).released = true;
      default -> {}
    }
  }

  private Run run(Notice notice) {
    return book(notice.job()).runs.get(notice.fence());
  }

  /// The run that a child has in hand.
  synchronized Optional<Run> inHand(Child child) {
    return books.values().stream()
        .flatMap(book -> book.runs.values().stream())
        .filter(run -> run.child == child && run.ended == null)
        .findFirst();
  }

  /// A child was killed or stopped.
  ///
  /// @return whether it had a run in hand
  synchronized boolean struck(Child child, long at) {
    Optional<Run> run = inHand(child);
    run.ifPresent(cut -> cut.struckAt = at);
    return run.isPresent();
  }

  /// The answer of a job is stored for sure: how often the generator was called for it until now.
  synchronized void paid(String mark) {
    callsWhenPaid.putIfAbsent(mark, calls(mark));
  }

  synchronized int calls(String mark) {
    return calls.getOrDefault(mark, 0);
  }

  synchronized Optional<Integer> callsWhenPaid(String mark) {
    return Optional.ofNullable(callsWhenPaid.get(mark));
  }

  /// Whether a later run than this has begun.
  synchronized boolean passedOn(JobId job, long fence) {
    return book(job).runs.higherEntry(fence) != null;
  }

  /// Whether the store refused a write of this run.
  synchronized boolean isRefused(JobId job, long fence) {
    return book(job).runs.get(fence).refused;
  }

  synchronized Map<JobId, Book> books() {
    return Map.copyOf(books);
  }

  synchronized Map<String, Integer> refused() {
    return new TreeMap<>(refused);
  }

  synchronized List<Duration> rescues() {
    return List.copyOf(rescues);
  }

  synchronized int allCalls() {
    return calls.values().stream().mapToInt(Integer::intValue).sum();
  }

  /// Waits for something that the children tell.
  ///
  /// @return whether it came within the time
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
