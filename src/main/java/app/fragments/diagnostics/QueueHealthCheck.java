package app.fragments.diagnostics;

import app.fragments.diagnostics.HealthIssue.Kind;
import app.fragments.job.ExpiredLease;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.job.WorkerRegistry;
import app.fragments.store.StoreClock;
import app.fragments.store.StoreIndexes;
import app.fragments.worker.Reconciler;
import app.fragments.worker.WorkerStores;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Finds what is wrong with the store and its queue, and repairs what can be repaired. Other
/// processes may do the same at the same time.
///
/// Both methods throw [app.fragments.store.StoreUnavailableException] if the store cannot be
/// reached.
public final class QueueHealthCheck {
  /// How long jobs may wait before a missing worker is an issue.
  static final Duration MAX_WAIT = Duration.ofSeconds(10);

  /// How far this machine's clock may be off the store's.
  static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private static final String OWNER = "doctor";
  private static final int MAX_LEASES = 1_000;

  private final WorkerStores stores;
  private final WorkerRegistry registry;
  private final StoreIndexes indexes;
  private final StoreClock storeClock;
  private final Clock clock;
  private final Reconciler reconciler;
  private final LiveJobCheck liveJobs;

  /// @param clock this machine's
  public QueueHealthCheck(
      WorkerStores stores,
      WorkerRegistry registry,
      StoreIndexes indexes,
      StoreClock storeClock,
      Clock clock,
      Reconciler reconciler) {
    this.stores = stores;
    this.registry = registry;
    this.indexes = indexes;
    this.storeClock = storeClock;
    this.clock = clock;
    this.reconciler = reconciler;
    this.liveJobs = new LiveJobCheck(stores, storeClock);
  }

  /// Everything that is wrong; empty if healthy.
  public List<HealthIssue> check() {
    List<HealthIssue> issues = new ArrayList<>();
    checkLeases(issues);
    issues.addAll(liveJobs.check());
    long unclaimable = stores.queue().unclaimable();
    if (unclaimable > 0) {
      String message = "Queue documents that cannot be claimed: %,d".formatted(unclaimable);
      issues.add(new HealthIssue(Kind.POISONED, unclaimable, List.of(), message));
    }
    List<JobId> unsaved =
        LiveJobCheck.all(stores.jobs()::completedWithoutSavedReport).stream()
            .filter(liveJobs::isCompleted)
            .toList();
    LiveJobCheck.add(
        issues, Kind.REPORT_NOT_KEPT, unsaved, "Completed jobs whose report is not saved yet: %,d");
    List<String> missing = indexes.missing();
    if (!missing.isEmpty()) {
      String message = "Missing indexes: " + String.join(", ", missing);
      issues.add(new HealthIssue(Kind.MISSING_INDEX, missing.size(), List.of(), message));
    }
    checkWorkers(issues);
    checkClock(issues);
    return List.copyOf(issues);
  }

  private void checkLeases(List<HealthIssue> issues) {
    List<ExpiredLease> expired = stores.queue().expiredLeases(MAX_LEASES);
    String workers =
        expired.stream()
            .limit(HealthIssue.MAX_JOBS)
            .map(lease -> lease.owner() + " for " + lease.silent().toSeconds() + " s")
            .collect(Collectors.joining(", "));
    LiveJobCheck.add(
        issues,
        Kind.STALE_LEASE,
        expired.stream().map(ExpiredLease::jobId).toList(),
        "Jobs whose worker vanished: %,d; silent: " + workers.replace("%", "%%"));
  }

  private void checkWorkers(List<HealthIssue> issues) {
    QueueDepth depth = stores.queue().depth();
    if (depth.oldestWait().compareTo(MAX_WAIT) >= 0 && registry.alive().isEmpty()) {
      String message =
          "Jobs waiting: %,d, the oldest for %,d s; no worker is running"
              .formatted(depth.waiting(), depth.oldestWait().toSeconds());
      issues.add(new HealthIssue(Kind.NO_WORKER, depth.waiting(), List.of(), message));
    }
  }

  private void checkClock(List<HealthIssue> issues) {
    Duration off = Duration.between(storeClock.now(), clock.instant());
    if (off.abs().compareTo(CLOCK_TOLERANCE) > 0) {
      String direction = off.isNegative() ? "behind" : "ahead of";
      issues.add(
          new HealthIssue(
              Kind.WRONG_CLOCK,
              "This machine's clock is %,.1f s %s the store's"
                  .formatted(off.abs().toMillis() / 1000.0, direction)));
    }
  }

  /// Repairs what can be repaired. [#check()] then finds the rest.
  public void repair() {
    indexes.repair();
    reconciler.reconcileAll();
    liveJobs.idle().forEach(this::endIfHopeless);
    stores.queue().expiredLeases(MAX_LEASES).forEach(this::free);
  }

  private void endIfHopeless(JobId id) {
    liveJobs
        .permanentProblem(id)
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
        .claim(OWNER, expired.jobId())
        .ifPresent(lease -> stores.queue().release(lease, lease.attempts(), Duration.ZERO));
  }
}
