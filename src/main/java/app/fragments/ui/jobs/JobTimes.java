package app.fragments.ui.jobs;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// How long jobs have run or waited.
///
/// The record's stamps are by the store's clock, which this computer's may not agree with: between
/// two stamps their difference counts, and from the moment a job was first seen this machine's
/// monotonic time.
public final class JobTimes {
  private final LongSupplier nanoTime;
  private final Map<JobId, Seen> seen = new HashMap<>();

  private @Nullable StoreTime storeTime;

  public JobTimes(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  /// How long the job has run or did run, or null where nobody has taken it.
  @Nullable Duration elapsed(Job job) {
    @Nullable Instant start = job.startedAt();
    if (start == null || job.status() == JobStatus.PENDING) {
      return null;
    }
    @Nullable Instant end = job.completedAt();
    if (end != null) {
      seen.remove(job.id());
      return notNegative(Duration.between(start, end));
    }
    Duration soFar = notNegative(Duration.between(start, job.updatedAt()));
    Duration sinceSeen = since(job);
    Duration atFirst = seenOf(job).atFirst;
    Duration counted = atFirst.plus(sinceSeen);
    return counted.compareTo(soFar) > 0 ? counted : soFar;
  }

  /// How long this window has seen the job wait.
  Duration untaken(Job job) {
    return job.status() == JobStatus.PENDING ? since(job) : Duration.ZERO;
  }

  /// The store's time: as it was last told and has gone on since, else not earlier than this job's
  /// last stamp and what has passed since it was seen.
  Instant storeTime(Job job) {
    StoreTime known = storeTime;
    return known == null
        ? job.updatedAt().plus(since(job))
        : known.at.plusNanos(nanoTime.getAsLong() - known.nanos);
  }

  void storeSays(Instant now) {
    storeTime = new StoreTime(now, nanoTime.getAsLong());
  }

  /// Nobody asks for this job's time any more.
  void forget(JobId id) {
    seen.remove(id);
  }

  private Duration since(Job job) {
    return Duration.ofNanos(nanoTime.getAsLong() - seenOf(job).nanos);
  }

  private Seen seenOf(Job job) {
    @Nullable Seen before = seen.get(job.id());
    if (before != null
        && before.status == job.status()
        && before.fencingToken == job.fencingToken()) {
      return before;
    }
    @Nullable Instant start = job.startedAt();
    Duration atFirst =
        start == null ? Duration.ZERO : notNegative(Duration.between(start, job.updatedAt()));
    Seen now = new Seen(nanoTime.getAsLong(), job.status(), job.fencingToken(), atFirst);
    seen.put(job.id(), now);
    return now;
  }

  private static Duration notNegative(Duration duration) {
    return duration.isNegative() ? Duration.ZERO : duration;
  }

  /// @param at the store's time
  /// @param nanos the monotonic time at that moment
  private record StoreTime(Instant at, long nanos) {}

  /// @param nanos when the job was first seen in that status, by the monotonic time
  /// @param atFirst how long it had run then
  private record Seen(long nanos, JobStatus status, long fencingToken, Duration atFirst) {}
}
