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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mends what a crash left between two writes (section 4 of the plan): a live record without a
/// queue document gets one, a queue document without a live record goes, a completed record's
/// report is kept. And takes out the records of jobs that ended long ago.
///
/// Each list is gone through in the order of ids, a bounded piece at a time, and what cannot be
/// mended is passed over: it starves nothing behind it. What sweeps of several processes do at once
/// does no harm. Jobs whose workers vanished too often are not the sweep's: the next claim ends
/// them.
public final class Reconciler {
  /// How long a record may be without a queue document: longer than a submit takes between its two
  /// writes.
  public static final Duration GRACE = Duration.ofSeconds(10);

  /// How many documents of each list one sweep looks at.
  static final int PIECE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
  private static final int REMEMBERED = 1_000;
  private static final Failure UNREADABLE =
      new Failure(FailureKind.INTERNAL, "The job's record cannot be read");

  private final WorkerStores stores;
  private final RetentionPolicy retention;
  private final Task orphans;
  private final Task leftovers;
  private final Task unkept;
  private final Ticker ticker;
  private final ReentrantLock running = new ReentrantLock();
  private long nextRun;

  /// @param retention how long the records of ended jobs are kept
  public Reconciler(WorkerStores stores, ReportChecker checker, RetentionPolicy retention) {
    this(stores, checker, retention, Ticker.SYSTEM);
  }

  Reconciler(WorkerStores stores, ReportChecker checker, RetentionPolicy retention, Ticker ticker) {
    this.ticker = ticker;
    this.nextRun = ticker.nanos();
    this.stores = stores;
    this.retention = retention;
    ReportSaver keeper = new ReportSaver(stores, checker);
    this.orphans =
        new Task(
            "queue a job again",
            (after, limit) -> stores.jobs().liveOlderThan(GRACE, after, limit),
            this::queueAgain);
    this.leftovers = new Task("clear the queue", stores.queue()::list, this::clear);
    this.unkept =
        new Task("keep a report", stores.jobs()::completedWithoutSavedReport, keeper::keep);
  }

  /// Runs if it is due and not already running.
  ///
  /// @throws StoreUnavailableException if the store is unavailable
  void reconcileIfDue(Duration interval) {
    if (!running.tryLock()) {
      return;
    }
    try {
      long now = ticker.nanos();
      if (now - nextRun >= 0) {
        nextRun = now + interval.toNanos();
        reconcile();
      }
    } finally {
      running.unlock();
    }
  }

  /// Looks at the next piece of each list.
  ///
  /// @throws StoreUnavailableException while the store is away
  public void reconcile() {
    repairQueue();
    orphans.next();
    leftovers.next();
    unkept.next();
    retention.byStatus().forEach(this::forget);
  }

  /// What the queue cannot mend starves nothing else.
  private void repairQueue() {
    try {
      long mended = stores.queue().repair();
      if (mended > 0) {
        LOG.warn("Brought {} documents of the queue into order", mended);
      }
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.warn("The queue cannot be mended: {}", ExceptionSummary.describe(e));
    }
  }

  /// Looks at all there is, from the start of each list to its end.
  ///
  /// @throws StoreUnavailableException while the store is away
  public void reconcileAll() {
    Stream.of(orphans, leftovers, unkept).forEach(Task::restart);
    do {
      reconcile();
    } while (Stream.of(orphans, leftovers, unkept).anyMatch(Task::isUnderWay));
  }

  private void queueAgain(JobId id) {
    if (stores.queue().contains(id)) {
      return;
    }
    Optional<Job> record;
    try {
      record = stores.jobs().find(id);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      LOG.error("Job {} is in no queue and cannot be read; it fails", id);
      stores.jobs().abandon(id, UNREADABLE);
      return;
    }
    record
        .filter(job -> !job.status().isTerminal())
        .ifPresent(
            job -> {
              LOG.info("Job {} was in no queue; queueing it", id);
              stores.queue().enqueue(QueueItem.of(job));
            });
  }

  private void forget(JobStatus ended, Duration age) {
    long deleted = stores.jobs().deleteEnded(ended, age, PIECE);
    if (deleted > 0) {
      LOG.info("Deleted {} records of jobs that ended {} over {} ago", deleted, ended, age);
    }
  }

  private void clear(JobId id) {
    Optional<Job> record = stores.jobs().find(id);
    if (record.isEmpty() || record.get().status().isTerminal()) {
      LOG.info("Job {} has no live record; taking it out of the queue", id);
      stores.queue().delete(id);
    }
  }

  /// A list that is worked through piece by piece, from its start again after its end.
  private static final class Task {
    private final String name;
    private final BiFunction<@Nullable JobId, Integer, List<JobId>> list;
    private final Consumer<JobId> mend;
    private final Set<JobId> reported = new LinkedHashSet<>();
    private @Nullable JobId after;

    Task(
        String name, BiFunction<@Nullable JobId, Integer, List<JobId>> list, Consumer<JobId> mend) {
      this.name = name;
      this.list = list;
      this.mend = mend;
    }

    void next() {
      List<JobId> piece = list.apply(after, PIECE);
      for (JobId id : piece) {
        mendGuarded(id);
        after = id;
      }
      if (piece.size() < PIECE) {
        after = null;
      }
    }

    void restart() {
      after = null;
    }

    boolean isUnderWay() {
      return after != null;
    }

    private void mendGuarded(JobId id) {
      try {
        mend.accept(id);
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        if (reported.size() < REMEMBERED && reported.add(id)) {
          LOG.warn("Cannot {}, passing over job {}: {}", name, id, ExceptionSummary.describe(e));
        }
      }
    }
  }
}
