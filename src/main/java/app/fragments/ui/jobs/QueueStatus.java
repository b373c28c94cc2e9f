package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.settings.JobSettings;
import app.fragments.ui.common.StoreHealth;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is known around jobs that wait: enough to say why one does, without guessing.
///
/// @param store whether the store answers
/// @param mine this window's workers
/// @param workforce the other processes, or null where they are not known
/// @param jobs the user's jobs
/// @param perUser how many of them may run at once, or [JobSettings#NO_LIMIT]
/// @param now the store's time
record QueueStatus(
    StoreHealth.State store,
    Crew mine,
    @Nullable WorkerOverview workforce,
    Collection<Job> jobs,
    int perUser,
    Instant now) {
  /// A job that waits longer than this is owed an explanation.
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /// The workers of this window.
  ///
  /// @param workers how many there are to be
  /// @param ready how many of them look for jobs
  /// @param busy how many of them have one
  record Crew(int workers, int ready, int busy) {}

  /// @param untaken how long the job has been seen waiting
  WaitReason reason(Job job, Duration untaken) {
    if (job.status() != JobStatus.PENDING) {
      return new WaitReason.None();
    }
    return switch (store) {
      case AWAY, REFUSED -> new WaitReason.StoreAway();
      case OPENING -> new WaitReason.StoreOpening();
      case READY -> {
        @Nullable Instant notBefore = job.notBefore();
        yield notBefore != null && notBefore.isAfter(now)
            ? new WaitReason.Delayed(notBefore)
            : reasonOfDue(job, untaken);
      }
    };
  }

  private WaitReason reasonOfDue(Job job, Duration untaken) {
    if (untaken.compareTo(PATIENCE) < 0 || workforce == null) {
      return job.attempts() > 0 ? new WaitReason.TriedAgain(job.attempts()) : new WaitReason.None();
    }
    int workers = mine.ready() + workforce.workers();
    int free = workers - mine.busy() - workforce.busy();
    if (workers == 0) {
      return mine.workers() > 0 ? new WaitReason.Starting() : new WaitReason.NobodyAlive();
    }
    if (free <= 0) {
      return new WaitReason.AllBusy(workers, place(job, workforce));
    }
    if (perUser != JobSettings.NO_LIMIT && running() >= perUser) {
      return new WaitReason.UserLimit(perUser);
    }
    boolean anyPauses = workforce.depth() == null || workforce.depth().delayed() > 0;
    return job.attempts() > 0 && anyPauses
        ? new WaitReason.TriedAgain(job.attempts())
        : new WaitReason.NotTaken(free);
  }

  private long running() {
    return jobs.stream().filter(job -> job.status() == JobStatus.PROCESSING).count();
  }

  /// Where the job stands among those that wait: known only where all of them are the user's own.
  private int place(Job job, WorkerOverview known) {
    List<Job> order =
        jobs.stream()
            .filter(one -> one.status() == JobStatus.PENDING && !dueAt(one).isAfter(now))
            .sorted(
                Comparator.comparingInt((Job one) -> -one.priority().rank())
                    .thenComparing(QueueStatus::dueAt))
            .toList();
    boolean onlyMine = known.depth() != null && known.depth().waiting() == order.size();
    return onlyMine ? order.indexOf(job) + 1 : 0;
  }

  private static Instant dueAt(Job job) {
    return job.notBefore() == null ? job.createdAt() : job.notBefore();
  }
}
