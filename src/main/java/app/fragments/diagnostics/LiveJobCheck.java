package app.fragments.diagnostics;

import app.fragments.diagnostics.HealthIssue.Kind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import app.fragments.worker.Backoff;
import app.fragments.worker.JobExecution;
import app.fragments.worker.Reconciler;
import app.fragments.worker.WorkerStores;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Compares the records of live jobs with the queue. Skips recent changes, because another process
/// may be between two writes.
record LiveJobCheck(WorkerStores stores, StoreClock clock) {
  /// How long a job without attempts left must be untouched: a worker may grant more attempts,
  /// after a delay.
  static final Duration FORGOTTEN_AFTER = Backoff.MAX_RETRY_AFTER.plusHours(1);

  private static final int PAGE = 1_000;

  List<HealthIssue> check() {
    Set<JobId> queued = new HashSet<>(all(stores.queue()::list));
    List<JobId> orphans = new ArrayList<>();
    List<JobId> unreadable = new ArrayList<>();
    List<JobId> exhausted = new ArrayList<>();
    for (JobId id : idle()) {
      boolean isQueued = queued.remove(id);
      Optional<Kind> problem = permanentProblem(id);
      if (problem.isPresent()) {
        (problem.get() == Kind.UNREADABLE_RECORD ? unreadable : exhausted).add(id);
      } else if (!isQueued && matches(id, job -> !job.status().isTerminal(), false)) {
        orphans.add(id);
      }
    }
    // The queue may have changed since it was listed.
    orphans.removeIf(stores.queue()::contains);
    List<JobId> leftovers =
        queued.stream()
            .filter(id -> matches(id, this::hasEnded, true) && stores.queue().contains(id))
            .toList();
    List<HealthIssue> issues = new ArrayList<>();
    add(issues, Kind.ORPHAN, orphans, "Live jobs missing from the queue: %,d");
    add(issues, Kind.LEFTOVER, leftovers, "Jobs in the queue that have ended or are gone: %,d");
    add(issues, Kind.UNREADABLE_RECORD, unreadable, "Live jobs with an unreadable record: %,d");
    add(issues, Kind.TRIES_USED_UP, exhausted, "Live jobs with no attempts left: %,d");
    return issues;
  }

  /// Adds an issue unless there are no jobs.
  ///
  /// @param message with the number of jobs as its only argument
  static void add(List<HealthIssue> issues, Kind kind, List<JobId> jobs, String message) {
    if (!jobs.isEmpty()) {
      issues.add(new HealthIssue(kind, jobs.size(), jobs, message.formatted(jobs.size())));
    }
  }

  /// Live jobs whose records have not changed recently.
  List<JobId> idle() {
    return all((after, limit) -> stores.jobs().liveOlderThan(Reconciler.GRACE, after, limit));
  }

  /// Why nobody will ever complete the live job; empty if somebody may.
  Optional<Kind> permanentProblem(JobId id) {
    try {
      return stores.jobs().find(id).filter(this::isExhausted).map(_ -> Kind.TRIES_USED_UP);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      return Optional.of(Kind.UNREADABLE_RECORD);
    }
  }

  private boolean isExhausted(Job job) {
    return !job.status().isTerminal()
        && (job.attempts() >= job.maxAttempts() || job.recoveries() > JobExecution.MAX_RECOVERIES)
        && job.updatedAt().isBefore(clock.now().minus(FORGOTTEN_AFTER));
  }

  /// Whether the job is completed, and has been for some time.
  boolean isCompleted(JobId id) {
    return matches(id, this::hasEnded, false);
  }

  private boolean hasEnded(Job job) {
    @Nullable Instant end = job.completedAt();
    return job.status().isTerminal()
        && (end == null || end.isBefore(clock.now().minus(Reconciler.GRACE)));
  }

  /// @param ifMissing the result if there is no such record
  private boolean matches(JobId id, Predicate<Job> condition, boolean ifMissing) {
    try {
      return stores.jobs().find(id).map(condition::test).orElse(ifMissing);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      return false;
    }
  }

  /// Reads a whole list, page by page.
  static List<JobId> all(BiFunction<@Nullable JobId, Integer, List<JobId>> list) {
    List<JobId> page = list.apply(null, PAGE);
    List<JobId> all = new ArrayList<>(page);
    while (page.size() == PAGE) {
      page = list.apply(page.getLast(), PAGE);
      all.addAll(page);
    }
    return all;
  }
}
