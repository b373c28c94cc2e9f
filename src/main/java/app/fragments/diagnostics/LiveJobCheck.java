package app.fragments.diagnostics;

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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Holds the records of live jobs against the queue's documents. What changed a moment ago is left
/// alone: another process may be between two writes.
final class LiveJobCheck {
  static final String UNREADABLE = "The job's record cannot be read";
  static final String USED_UP = "None of its tries is left";

  /// How long a job with no try left is untouched before it counts as forgotten: a worker may grant
  /// more tries than the job does, after a wait.
  static final Duration FORGOTTEN_AFTER = Backoff.LONGEST_ASKED.plusHours(1);

  private static final int PAGE = 1_000;

  private final WorkerStores stores;
  private final StoreClock clock;

  LiveJobCheck(WorkerStores stores, StoreClock clock) {
    this.stores = stores;
    this.clock = clock;
  }

  /// What is wrong with them, one finding a kind.
  List<HealthIssue> findings() {
    Set<JobId> queued = new HashSet<>(all(stores.queue()::list));
    List<JobId> orphans = new ArrayList<>();
    List<JobId> unreadable = new ArrayList<>();
    List<JobId> usedUp = new ArrayList<>();
    for (JobId id : idle()) {
      Optional<String> hopeless = hopelessness(id);
      if (hopeless.isPresent()) {
        (hopeless.get().equals(UNREADABLE) ? unreadable : usedUp).add(id);
      } else if (!queued.contains(id) && is(id, job -> !job.status().isTerminal(), false)) {
        orphans.add(id);
      }
      queued.remove(id);
    }
    List<JobId> leftovers = queued.stream().filter(id -> is(id, this::hasEnded, true)).toList();
    return Stream.of(
            finding(HealthIssueKind.ORPHAN, queuedNowhere(orphans), "Live jobs in no queue: %,d"),
            finding(
                HealthIssueKind.LEFTOVER,
                leftovers.stream().filter(stores.queue()::contains).toList(),
                "Jobs in the queue that have ended or are gone: %,d"),
            finding(
                HealthIssueKind.UNREADABLE_RECORD,
                unreadable,
                "Live jobs whose record cannot be read: %,d"),
            finding(HealthIssueKind.TRIES_USED_UP, usedUp, "Live jobs with no try left: %,d"))
        .flatMap(Optional::stream)
        .toList();
  }

  private List<JobId> queuedNowhere(List<JobId> orphans) {
    return orphans.stream().filter(id -> !stores.queue().contains(id)).toList();
  }

  private static Optional<HealthIssue> finding(
      HealthIssueKind kind, List<JobId> jobs, String message) {
    return jobs.isEmpty()
        ? Optional.empty()
        : Optional.of(HealthIssue.of(kind, jobs, message.formatted(jobs.size())));
  }

  /// The live jobs whose records did not change in the last moments.
  List<JobId> idle() {
    return all((after, limit) -> stores.jobs().liveOlderThan(Reconciler.GRACE, after, limit));
  }

  /// Why nobody will ever complete the live job; empty where somebody may.
  Optional<String> hopelessness(JobId id) {
    try {
      return stores.jobs().find(id).filter(this::hasUsedUpItsTries).map(_ -> USED_UP);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      return Optional.of(UNREADABLE);
    }
  }

  private boolean hasUsedUpItsTries(Job job) {
    return !job.status().isTerminal()
        && (job.attempts() >= job.maxAttempts() || job.recoveries() > JobExecution.MAX_RECOVERIES)
        && job.updatedAt().isBefore(clock.now().minus(FORGOTTEN_AFTER));
  }

  private boolean hasEnded(Job job) {
    return job.status().isTerminal() && isPast(job.completedAt());
  }

  /// Whether it is a completed job, and was before the last moments.
  boolean isCompleted(JobId id) {
    return is(id, this::hasEnded, false);
  }

  /// @param ifGone the answer where there is no such record
  private boolean is(JobId id, Predicate<Job> what, boolean ifGone) {
    try {
      return stores.jobs().find(id).map(what::test).orElse(ifGone);
    } catch (StoreUnavailableException e) {
      throw e;
    } catch (StoreException e) {
      return false;
    }
  }

  private boolean isPast(@Nullable Instant time) {
    return time == null || time.isBefore(clock.now().minus(Reconciler.GRACE));
  }

  /// A whole list, page by page.
  static List<JobId> all(BiFunction<@Nullable JobId, Integer, List<JobId>> list) {
    List<JobId> all = new ArrayList<>();
    List<JobId> page = list.apply(null, PAGE);
    all.addAll(page);
    while (page.size() == PAGE) {
      page = list.apply(page.getLast(), PAGE);
      all.addAll(page);
    }
    return all;
  }
}
