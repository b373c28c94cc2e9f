package app.fragments.weave;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.journal.StoreUnavailableException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Mends what a crash left between two writes (section 4 of the plan): a live record without a
/// queue document gets one, a queue document without a live record goes, a completed record's
/// report is kept.
///
/// Each list is gone through in the order of ids, a bounded piece at a time, and what cannot be
/// mended is passed over: it starves nothing behind it. What sweeps of several processes do at once
/// does no harm. Jobs whose workers vanished too often are not the sweep's: the next claim ends
/// them.
public final class Sweep {
  /// How long a record may be without a queue document: longer than a submit takes between its two
  /// writes.
  static final Duration GRACE = Duration.ofSeconds(10);

  /// How many documents of each list one sweep looks at.
  static final int PIECE = 500;

  private static final Logger LOG = LoggerFactory.getLogger(Sweep.class);
  private static final int REMEMBERED = 1_000;

  private final WeaveStores stores;
  private final Task orphans;
  private final Task leftovers;
  private final Task unkept;

  public Sweep(WeaveStores stores, ReportChecker checker) {
    this.stores = stores;
    ReportKeeper keeper = new ReportKeeper(stores, checker);
    this.orphans =
        new Task(
            "queue a job again",
            (after, limit) -> stores.jobs().liveOlderThan(GRACE, after, limit),
            this::queueAgain);
    this.leftovers = new Task("clear the queue", stores.queue()::list, this::clear);
    this.unkept = new Task("keep a report", stores.jobs()::completedButNotKept, keeper::keep);
  }

  /// Looks at the next piece of each list.
  ///
  /// @throws StoreUnavailableException while the store is away
  public void sweep() {
    orphans.next();
    leftovers.next();
    unkept.next();
  }

  private void queueAgain(JobId id) {
    if (stores.queue().contains(id)) {
      return;
    }
    Optional<Job> live = stores.jobs().find(id).filter(job -> !job.status().isTerminal());
    live.ifPresent(
        job -> {
          LOG.info("Job {} was in no queue; queueing it", id);
          stores.queue().enqueue(id, job.fence(), job.attempts(), job.rescues());
        });
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

    private void mendGuarded(JobId id) {
      try {
        mend.accept(id);
      } catch (StoreUnavailableException e) {
        throw e;
      } catch (RuntimeException e) {
        if (reported.size() < REMEMBERED && reported.add(id)) {
          LOG.warn("Cannot {}, passing over job {}: {}", name, id, Defect.describe(e));
        }
      }
    }
  }
}
