package app.fragments.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A job to enqueue. Can be built from the record alone, so that a missing queue document can be
/// restored.
///
/// @param notBefore when it may be claimed by the store's clock, or null for at once
/// @param fencingToken the record's; the next lease gets a higher one, which the record accepts
/// @param attempts how many runs have failed
/// @param recoveries how many runs ended because their worker died
public record QueueItem(
    JobId id,
    String userId,
    Priority priority,
    @Nullable Instant notBefore,
    long fencingToken,
    int attempts,
    int recoveries) {

  public static QueueItem of(NewJob job) {
    return new QueueItem(job.id(), job.userId(), job.priority(), job.notBefore(), 0, 0, 0);
  }

  public static QueueItem of(Job job) {
    return new QueueItem(
        job.id(),
        job.userId(),
        job.priority(),
        job.notBefore(),
        job.fencingToken(),
        job.attempts(),
        job.recoveries());
  }
}
