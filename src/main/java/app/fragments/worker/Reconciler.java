package app.fragments.worker;

import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.QueueItem;
import app.fragments.job.RetentionPolicy;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Repairs what a crash left between two writes: queues a live record that has no queue item,
/// removes a queue item without a live record, saves the report of a completed record. Also deletes
/// records past their retention time, and pictures that no entry refers to.
///
/// Goes through each list by id, one page per run, and skips what it cannot repair, so that nothing
/// blocks later documents. Several processes may reconcile at once. A job whose workers died too
/// often is left to the next claim, which ends it.
public final class Reconciler {
  /// How long a record may lack a queue item: longer than a submit takes between its two writes.
  public static final Duration GRACE = Duration.ofSeconds(10);

  /// How many documents of each list one run checks.
  static final int PAGE = 500;

  /// How often each process asks for pictures to be removed.
  private static final Duration PICTURES_INTERVAL = Duration.ofHours(1);

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final int MAX_REMEMBERED = 1_000;
  private static final Failure UNREADABLE =
      new Failure(FailureKind.INTERNAL, "The job's record cannot be read");

  private final WorkerStores stores;
  private final RetentionPolicy retention;
  private final MonotonicClock monotonic;
  private final List<Repair> repairs;
  private final ReentrantLock running = new ReentrantLock();
  private long nextRun;
  private long nextPictures;

  /// @param retention how long the records of ended jobs are kept
  public Reconciler(WorkerStores stores, RetentionPolicy retention) {
    this(stores, retention, MonotonicClock.SYSTEM);
  }

  Reconciler(WorkerStores stores, RetentionPolicy retention, MonotonicClock monotonic) {
    this.stores = stores;
    this.retention = retention;
    this.monotonic = monotonic;
    this.nextRun = monotonic.nanos();
    this.nextPictures = nextRun;
    ReportSaver saver = new ReportSaver(stores, monotonic);
    this.repairs =
        List.of(
            new Repair(
                "queue",
                (after, limit) -> stores.jobs().liveOlderThan(GRACE, after, limit),
                this::enqueue),
            new Repair("dequeue", stores.queue()::list, this::dequeueEnded),
            new Repair(
                "save the report of", stores.jobs()::completedWithoutSavedReport, saver::save));
  }

  /// Runs if it is due and not already running.
  ///
  /// @throws StoreUnavailableException if the store is unavailable
  void reconcileIfDue(Duration interval) {
    if (!running.tryLock()) {
      return;
    }
    try {
      long now = monotonic.nanos();
      if (now - nextRun >= 0) {
        nextRun = now + interval.toNanos();
        reconcile();
        if (now - nextPictures >= 0) {
          nextPictures = now + PICTURES_INTERVAL.toNanos();
          removePictures();
        }
      }
    } finally {
      running.unlock();
    }
  }

  /// Checks the next page of each list.
  ///
  /// @throws StoreUnavailableException if the store is unavailable
  public void reconcile() {
    repairQueue();
    repairs.forEach(Repair::nextPage);
    retention.byStatus().forEach(this::deleteExpired);
  }

  /// Checks all pages of each list.
  ///
  /// @throws StoreUnavailableException if the store is unavailable
  public void reconcileAll() {
    repairs.forEach(repair -> repair.last = null);
    do {
      reconcile();
    } while (repairs.stream().anyMatch(repair -> repair.last != null));
  }

  private void repairQueue() {
    try {
      long repaired = stores.queue().repair();
      if (repaired > 0) {
        LOG.warn("Repaired {} queue items", repaired);
      }
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("Cannot repair the queue: {}", ExceptionSummary.describe(e));
    }
  }

  private void removePictures() {
    try {
      int removed = stores.entries().pictures().removeUnreferenced();
      if (removed > 0) {
        LOG.info("Removed {} pictures that nothing refers to", removed);
      }
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("Cannot remove pictures: {}", ExceptionSummary.describe(e));
    }
  }

  private void enqueue(JobId id) {
    if (stores.queue().contains(id)) {
      return;
    }
    Optional<Job> record;
    try {
      record = stores.jobs().find(id);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.error("Job {} is not queued and cannot be read; failing it", id);
      stores.jobs().abandon(id, UNREADABLE);
      return;
    }
    record
        .filter(job -> !job.status().isTerminal())
        .ifPresent(
            job -> {
              LOG.info("Job {} was not queued; queueing it", id);
              stores.queue().enqueue(QueueItem.of(job));
            });
  }

  private void dequeueEnded(JobId id) {
    if (stores.jobs().find(id).filter(job -> !job.status().isTerminal()).isEmpty()) {
      LOG.info("Job {} has no live record; removing it from the queue", id);
      stores.queue().delete(id);
    }
  }

  private void deleteExpired(JobStatus ended, Duration age) {
    long deleted = stores.jobs().deleteEnded(ended, age, PAGE);
    if (deleted > 0) {
      LOG.info("Deleted {} {} records older than {}", deleted, ended.wire(), age);
    }
  }

  /// Goes through a list page by page, and starts over after the last.
  private static final class Repair {
    private final String name;
    private final BiFunction<@Nullable JobId, Integer, List<JobId>> list;
    private final Consumer<JobId> repair;
    private final Set<JobId> reported = new LinkedHashSet<>();
    private @Nullable JobId last;

    Repair(
        String name,
        BiFunction<@Nullable JobId, Integer, List<JobId>> list,
        Consumer<JobId> repair) {
      this.name = name;
      this.list = list;
      this.repair = repair;
    }

    void nextPage() {
      List<JobId> page = list.apply(last, PAGE);
      for (JobId id : page) {
        repairGuarded(id);
        last = id;
      }
      if (page.size() < PAGE) {
        last = null;
      }
    }

    private void repairGuarded(JobId id) {
      try {
        repair.accept(id);
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        if (reported.size() < MAX_REMEMBERED && reported.add(id)) {
          LOG.warn("Cannot {} job {}, skipping it: {}", name, id, ExceptionSummary.describe(e));
        }
      }
    }
  }
}
