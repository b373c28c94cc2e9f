package app.fragments.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What a job enters the queue with: taken from its record, so that a queue document that was lost
/// can be made again.
///
/// @param id the job
/// @param userId whose it is
/// @param priority how urgent it is
/// @param notBefore when it may be claimed by the store's clock, or null for at once
/// @param fencingToken the record's; the next lease's is higher, or the record would refuse it for
///   ever
/// @param attempts runs that have failed
/// @param recoveries runs whose worker vanished
public record QueueItem(
    JobId id,
    String userId,
    Priority priority,
    @Nullable Instant notBefore,
    long fencingToken,
    int attempts,
    int recoveries) {

  /// That of a job which has never run.
  public static QueueItem of(NewJob job) {
    return new QueueItem(job.id(), job.userId(), job.priority(), job.notBefore(), 0, 0, 0);
  }

  /// That of a job as its record says.
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
