package app.fragments.diagnostics;

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
import java.util.Optional;
import java.util.stream.Collectors;

/// Looks for everything that may be wrong with a store and its queue, and mends what can be mended.
/// All that it does, others may do at the same time.
///
/// Both methods throw [app.fragments.store.StoreUnavailableException] where the store is away.
public final class QueueHealthCheck {
  /// How long jobs may wait before it counts that nobody works.
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  /// How far this machine's clock may be from the store's.
  public static final Duration CLOCK_TOLERANCE = Duration.ofSeconds(2);

  private static final String OWNER = "doctor";
  private static final int MOST_STALE = 1_000;

  private final WorkerStores stores;
  private final WorkerRegistry registry;
  private final StoreIndexes indexes;
  private final StoreClock storeClock;
  private final Clock clock;
  private final Reconciler sweep;
  private final LiveJobCheck live;

  /// @param clock this machine's
  /// @param sweep mends what crashes left behind
  public QueueHealthCheck(
      WorkerStores stores,
      WorkerRegistry registry,
      StoreIndexes indexes,
      StoreClock storeClock,
      Clock clock,
      Reconciler sweep) {
    this.stores = stores;
    this.registry = registry;
    this.indexes = indexes;
    this.storeClock = storeClock;
    this.clock = clock;
    this.sweep = sweep;
    this.live = new LiveJobCheck(stores, storeClock);
  }

  /// All that is wrong; empty where nothing is.
  public List<HealthIssue> look() {
    List<HealthIssue> findings = new ArrayList<>();
    staleLeases().ifPresent(findings::add);
    findings.addAll(live.findings());
    poisoned().ifPresent(findings::add);
    reportsNotKept().ifPresent(findings::add);
    missingIndexes().ifPresent(findings::add);
    noWorker().ifPresent(findings::add);
    wrongClock().ifPresent(findings::add);
    return List.copyOf(findings);
  }

  private Optional<HealthIssue> staleLeases() {
    List<ExpiredLease> stale = stores.queue().expiredLeases(MOST_STALE);
    if (stale.isEmpty()) {
      return Optional.empty();
    }
    String workers =
        stale.stream()
            .limit(HealthIssue.NAMED)
            .map(lease -> lease.owner() + " for " + lease.silent().toSeconds() + " s")
            .collect(Collectors.joining(", "));
    return Optional.of(
        HealthIssue.of(
            HealthIssueKind.STALE_LEASE,
            stale.stream().map(ExpiredLease::jobId).toList(),
            "Jobs whose worker vanished: %,d; silent: %s".formatted(stale.size(), workers)));
  }

  private Optional<HealthIssue> poisoned() {
    long count = stores.queue().unclaimable();
    return count == 0
        ? Optional.empty()
        : Optional.of(
            HealthIssue.of(
                HealthIssueKind.POISONED,
                count,
                "Documents of the queue that cannot be claimed: %,d".formatted(count)));
  }

  private Optional<HealthIssue> reportsNotKept() {
    List<JobId> notKept =
        LiveJobCheck.all(stores.jobs()::completedWithoutSavedReport).stream()
            .filter(live::isCompleted)
            .toList();
    return notKept.isEmpty()
        ? Optional.empty()
        : Optional.of(
            HealthIssue.of(
                HealthIssueKind.REPORT_NOT_KEPT,
                notKept,
                "Completed jobs whose report is not kept yet: %,d".formatted(notKept.size())));
  }

  private Optional<HealthIssue> missingIndexes() {
    List<String> missing = indexes.missing();
    return missing.isEmpty()
        ? Optional.empty()
        : Optional.of(
            HealthIssue.of(
                HealthIssueKind.MISSING_INDEX,
                missing.size(),
                "Indexes are missing: " + String.join(", ", missing)));
  }

  private Optional<HealthIssue> noWorker() {
    QueueDepth depth = stores.queue().depth();
    if (depth.oldestWait().compareTo(PATIENCE) < 0 || !registry.alive().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        HealthIssue.of(
            HealthIssueKind.NO_WORKER,
            depth.waiting(),
            "Jobs waiting: %,d, the oldest for %,d s; no worker is alive"
                .formatted(depth.waiting(), depth.oldestWait().toSeconds())));
  }

  private Optional<HealthIssue> wrongClock() {
    Duration off = Duration.between(storeClock.now(), clock.instant());
    if (off.abs().compareTo(CLOCK_TOLERANCE) <= 0) {
      return Optional.empty();
    }
    return Optional.of(
        HealthIssue.of(
            HealthIssueKind.WRONG_CLOCK,
            1,
            "This machine's clock is %,.1f s %s the store's"
                .formatted(off.abs().toMillis() / 1000.0, off.isNegative() ? "behind" : "before")));
  }

  /// Mends what can be mended; what is left, another [#look()] tells.
  public void repair() {
    indexes.repair();
    sweep.reconcileAll();
    live.idle().forEach(this::endIfHopeless);
    stores.queue().expiredLeases(MOST_STALE).forEach(this::free);
  }

  private void endIfHopeless(JobId id) {
    live.hopelessness(id)
        .ifPresent(
            why -> {
              if (stores.jobs().abandon(id, new Failure(FailureKind.INTERNAL, why))) {
                stores.queue().delete(id);
              }
            });
  }

  /// Takes the job up as any worker would, which counts as a rescue, and gives it back.
  private void free(ExpiredLease stale) {
    stores
        .queue()
        .claim(OWNER, stale.jobId())
        .ifPresent(lease -> stores.queue().release(lease, lease.attempts(), Duration.ZERO));
  }
}
