package app.fragments.job;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Port to the job records. Each method is one conditional update of one document, so that a crash
/// between two of them can be repaired.
///
/// The methods that take a lease are fenced: they write only if the record is `processing` with
/// exactly the lease's fencing token. `false` or empty means that the job has ended or was taken
/// over: discard the result. All methods throw [app.fragments.store.StoreUnavailableException] if
/// the store cannot be reached; the write may have happened then, and each may be called again.
public interface JobStore {

  /// Inserts a `pending` record. Returns the live job with the same [NewJob#activeKey()] instead if
  /// there is one. Idempotent by id.
  Submission insert(NewJob job);

  /// @throws app.fragments.store.StoreException if the record cannot be read
  Optional<Job> find(JobId id);

  /// A user's jobs, newest first, without those that cannot be read.
  ///
  /// @param statuses only these; empty for all
  /// @param limit at least 1
  List<Job> list(String userId, Set<JobStatus> statuses, int limit);

  /// Marks the record `processing` with the lease's fencing token, owner, attempts and recoveries,
  /// unless it is terminal or its own token is higher. Idempotent for a lease.
  ///
  /// @return the record as written
  /// @throws app.fragments.store.StoreException if the record cannot be read; it may be
  ///   `processing` then, so that [#fail] can end it
  Optional<Job> startProcessing(Lease lease);

  boolean updateProgress(Lease lease, Progress progress);

  boolean storeRawAnswer(Lease lease, RawAnswer answer);

  /// Ends the job as completed and drops its raw answer. Idempotent for a lease.
  ///
  /// @return when, by the store's clock
  Optional<Instant> complete(Lease lease, JobResult result);

  /// Ends the job as failed, which frees its active key. Does not read the record, so that an
  /// unreadable one can fail. Idempotent for a lease.
  ///
  /// @param attempts how many runs have failed, this one included
  boolean fail(Lease lease, Failure failure, int attempts);

  /// Makes the record `pending` again. Idempotent for a lease.
  ///
  /// @param attempts how many runs have failed
  /// @param delay how long it cannot be claimed, as in the queue
  boolean release(Lease lease, int attempts, Duration delay);

  /// Ends a live job as cancelled, even while a worker runs it.
  ///
  /// @return whether this call did
  boolean cancel(JobId id);

  /// Ends a live record that cannot be read as failed, which frees its active key.
  ///
  /// @return whether this call did
  boolean abandon(JobId id, Failure failure);

  /// Live records last updated more than `age` ago by the store's clock, ordered by id.
  ///
  /// @param after exclusive; null for the first page
  List<JobId> liveOlderThan(Duration age, @Nullable JobId after, int limit);

  /// Completed records whose report is not marked as saved, ordered by id.
  ///
  /// @param after exclusive; null for the first page
  List<JobId> completedWithoutSavedReport(@Nullable JobId after, int limit);

  /// Marks the reports of completed records as saved.
  void markReportsSaved(Collection<JobId> ids);

  /// Deletes records that ended more than `age` ago by the store's clock. Keeps completed ones
  /// whose report is not marked as saved.
  ///
  /// @param ended a terminal status
  /// @param limit the maximum to delete
  /// @return how many were deleted
  long deleteEnded(JobStatus ended, Duration age, int limit);
}
