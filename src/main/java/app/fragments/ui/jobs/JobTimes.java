package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How long jobs have run or waited.
///
/// A record's timestamps are by the store's clock, which may differ from this computer's. So only
/// their differences count, plus this computer's monotonic time since the job was first seen.
final class JobTimes {
  private final Map<JobId, Seen> seen = new HashMap<>();
  private @Nullable StoreTime storeTime;

  private record StoreTime(Instant at, long nanos) {}

  /// When a job was first seen in a status, and how long it had run by then.
  private record Seen(long nanos, JobStatus status, long fencingToken, Duration ranBefore) {}

  /// How long the job has run, or null if it was not started.
  @Nullable Duration elapsed(Job job) {
    @Nullable Instant start = job.startedAt();
    if (start == null || job.status() == JobStatus.PENDING) {
      return null;
    }
    @Nullable Instant end = job.completedAt();
    if (end != null) {
      seen.remove(job.id());
      return between(start, end);
    }
    Duration recorded = between(start, job.updatedAt());
    Duration counted = sinceSeen(job).plus(seen(job).ranBefore);
    return counted.compareTo(recorded) > 0 ? counted : recorded;
  }

  /// How long this window has seen the job wait.
  Duration waited(Job job) {
    return job.status() == JobStatus.PENDING ? sinceSeen(job) : Duration.ZERO;
  }

  /// The store's time now, or the earliest it can be if it was never read.
  Instant storeTime(Job job) {
    StoreTime known = storeTime;
    return known == null
        ? job.updatedAt().plus(sinceSeen(job))
        : known.at.plusNanos(System.nanoTime() - known.nanos);
  }

  void setStoreTime(Instant now) {
    storeTime = new StoreTime(now, System.nanoTime());
  }

  void forget(JobId id) {
    seen.remove(id);
  }

  private Duration sinceSeen(Job job) {
    return Duration.ofNanos(System.nanoTime() - seen(job).nanos);
  }

  private Seen seen(Job job) {
    @Nullable Seen before = seen.get(job.id());
    if (before != null
        && before.status == job.status()
        && before.fencingToken == job.fencingToken()) {
      return before;
    }
    @Nullable Instant start = job.startedAt();
    Duration ranBefore = start == null ? Duration.ZERO : between(start, job.updatedAt());
    Seen now = new Seen(System.nanoTime(), job.status(), job.fencingToken(), ranBefore);
    seen.put(job.id(), now);
    return now;
  }

  private static Duration between(Instant start, Instant end) {
    return end.isBefore(start) ? Duration.ZERO : Duration.between(start, end);
  }
}
