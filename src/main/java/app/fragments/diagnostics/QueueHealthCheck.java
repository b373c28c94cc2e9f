package app.fragments.diagnostics;

import app.fragments.diagnostics.HealthIssue.Kind;
import app.fragments.job.ExpiredLease;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.job.WorkerRegistry;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreException;
import app.fragments.store.StoreIndexes;
import app.fragments.store.StoreUnavailableException;
import app.fragments.worker.Backoff;
import app.fragments.worker.JobExecution;
import app.fragments.worker.Reconciler;
import app.fragments.worker.WorkerStores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Finds what is wrong with the store and its queue, and repairs what can be repaired. Other
/// processes may do the same at the same time.
///
/// Both methods throw [StoreUnavailableException] if the store cannot be reached.
///
/// @param clock this machine's
public record QueueHealthCheck(
    WorkerStores stores,
    WorkerRegistry registry,
    StoreIndexes indexes,
    StoreClock storeClock,
    Clock clock,
    Reconciler reconciler) {

  /// How long jobs may wait before a missing worker is an issue.
  static final Duration MAX_WAIT = Duration.ofSeconds(10);

  /// How far this machine's clock may differ from the store's.
  static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  /// How long a job without attempts left must be untouched: a worker may grant more attempts,
  /// after a delay.
  static final Duration FORGOTTEN_AFTER = Backoff.MAX_RETRY_AFTER.plusHours(1);

  private static final int MAX_LEASES = 1_000;
  private static final int PAGE = 1_000;

  /// Everything that is wrong; empty if healthy.
  public List<HealthIssue> check() {
    List<HealthIssue> issues = new ArrayList<>();
    checkLeases(issues);
    checkLiveJobs(issues);
    long unclaimable = stores.queue().unclaimable();
    if (unclaimable > 0) {
      String message = "Queue documents that cannot be claimed: %,d".formatted(unclaimable);
      issues.add(new HealthIssue(Kind.POISONED, unclaimable, message));
    }
    List<JobId> unsaved =
        all(stores.jobs()::completedWithoutSavedReport).stream()
            .filter(id -> read(id, job -> job.filter(this::hasEnded).isPresent(), false))
            .toList();
    add(issues, Kind.REPORT_NOT_KEPT, unsaved, "Completed jobs whose report is not saved yet: %,d");
    List<String> missing = indexes.missing();
    if (!missing.isEmpty()) {
      String message = "Missing indexes: " + String.join(", ", missing);
      issues.add(new HealthIssue(Kind.MISSING_INDEX, missing.size(), message));
    }
    QueueDepth depth = stores.queue().depth();
    if (depth.oldestWait().compareTo(MAX_WAIT) >= 0 && registry.alive().isEmpty()) {
      String message =
          "Jobs waiting: %,d, the oldest for %,d s; no worker is running"
              .formatted(depth.waiting(), depth.oldestWait().toSeconds());
      issues.add(new HealthIssue(Kind.NO_WORKER, depth.waiting(), message));
    }
    Duration off = Duration.between(storeClock.now(), clock.instant());
    if (off.abs().compareTo(CLOCK_TOLERANCE) > 0) {
      String message =
          "This machine's clock is %,.1f s %s the store's"
              .formatted(off.abs().toMillis() / 1000.0, off.isNegative() ? "behind" : "ahead of");
      issues.add(new HealthIssue(Kind.WRONG_CLOCK, 1, message));
    }
    return List.copyOf(issues);
  }

  private void checkLeases(List<HealthIssue> issues) {
    List<ExpiredLease> expired = stores.queue().expiredLeases(MAX_LEASES);
    String workers =
        expired.stream()
            .limit(HealthIssue.MAX_JOBS)
            .map(lease -> lease.owner() + " for " + lease.silent().toSeconds() + " s")
            .collect(Collectors.joining(", "));
    add(
        issues,
        Kind.STALE_LEASE,
        expired.stream().map(ExpiredLease::jobId).toList(),
        "Jobs whose worker died: %,d; silent: " + workers.replace("%", "%%"));
  }

  /// Compares the records of live jobs with the queue.
  private void checkLiveJobs(List<HealthIssue> issues) {
    Set<JobId> queued = new HashSet<>(all(stores.queue()::list));
    List<JobId> orphans = new ArrayList<>();
    List<JobId> unreadable = new ArrayList<>();
    List<JobId> exhausted = new ArrayList<>();
    for (JobId id : idle()) {
      boolean isQueued = queued.remove(id);
      Optional<Kind> problem = permanentProblem(id);
      if (problem.isPresent()) {
        (problem.get() == Kind.UNREADABLE_RECORD ? unreadable : exhausted).add(id);
      } else if (!isQueued && read(id, job -> job.filter(this::isLive).isPresent(), false)) {
        orphans.add(id);
      }
    }
    // The queue may have changed since it was listed.
    orphans.removeIf(stores.queue()::contains);
    queued.removeIf(
        id ->
            !read(id, job -> job.map(this::hasEnded).orElse(true), false)
                || !stores.queue().contains(id));
    add(issues, Kind.ORPHAN, orphans, "Live jobs missing from the queue: %,d");
    add(
        issues,
        Kind.LEFTOVER,
        List.copyOf(queued),
        "Jobs in the queue that have ended or are gone: %,d");
    add(issues, Kind.UNREADABLE_RECORD, unreadable, "Live jobs with an unreadable record: %,d");
    add(issues, Kind.TRIES_USED_UP, exhausted, "Live jobs with no attempts left: %,d");
  }

  /// Adds an issue unless there are no jobs.
  ///
  /// @param message with the number of jobs as its only argument
  private static void add(List<HealthIssue> issues, Kind kind, List<JobId> jobs, String message) {
    if (!jobs.isEmpty()) {
      issues.add(new HealthIssue(kind, jobs.size(), jobs, message.formatted(jobs.size())));
    }
  }

  /// Repairs what can be repaired. [#check()] then finds the rest.
  public void repair() {
    indexes.repair();
    reconciler.reconcileAll();
    idle().forEach(this::endIfHopeless);
    stores.queue().expiredLeases(MAX_LEASES).forEach(this::free);
  }

  private void endIfHopeless(JobId id) {
    permanentProblem(id)
        .map(
            kind ->
                kind == Kind.UNREADABLE_RECORD
                    ? "The job's record cannot be read"
                    : "The job has no attempts left")
        .filter(why -> stores.jobs().abandon(id, new Failure(FailureKind.INTERNAL, why)))
        .ifPresent(_ -> stores.queue().delete(id));
  }

  /// Claims the job as a worker would, which counts as a recovery, and releases it.
  private void free(ExpiredLease expired) {
    stores
        .queue()
        .claim("doctor", expired.jobId())
        .ifPresent(lease -> stores.queue().release(lease, lease.attempts(), Duration.ZERO));
  }

  /// Live jobs whose records have not changed recently. Recent changes are skipped because another
  /// process may be between two writes.
  private List<JobId> idle() {
    return all((after, limit) -> stores.jobs().liveOlderThan(Reconciler.GRACE, after, limit));
  }

  /// Why nobody will ever complete the live job; empty if somebody may.
  private Optional<Kind> permanentProblem(JobId id) {
    return read(
        id,
        job -> job.filter(this::isExhausted).map(_ -> Kind.TRIES_USED_UP),
        Optional.of(Kind.UNREADABLE_RECORD));
  }

  private boolean isLive(Job job) {
    return !job.status().isTerminal();
  }

  private boolean isExhausted(Job job) {
    return isLive(job)
        && (job.attempts() >= job.maxAttempts() || job.recoveries() > JobExecution.MAX_RECOVERIES)
        && job.updatedAt().isBefore(storeClock.now().minus(FORGOTTEN_AFTER));
  }

  /// Whether the job ended some time ago.
  private boolean hasEnded(Job job) {
    @Nullable Instant end = job.completedAt();
    return !isLive(job) && (end == null || end.isBefore(storeClock.now().minus(Reconciler.GRACE)));
  }

  /// Examines the job's record, if there is one.
  ///
  /// @param ifUnreadable the result if the record cannot be read
  private <T> T read(JobId id, Function<Optional<Job>, T> examine, T ifUnreadable) {
    try {
      return examine.apply(stores.jobs().find(id));
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      return ifUnreadable;
    }
  }

  /// Reads a whole list, page by page.
  private static List<JobId> all(BiFunction<@Nullable JobId, Integer, List<JobId>> list) {
    List<JobId> page = list.apply(null, PAGE);
    List<JobId> all = new ArrayList<>(page);
    while (page.size() == PAGE) {
      page = list.apply(page.getLast(), PAGE);
      all.addAll(page);
    }
    return all;
  }
}
