package app.fragments.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Port to the records of jobs. Each method is one conditional update of one document, so that a
/// crash between two of them is always mendable.
///
/// The fenced ones write only where the record is `processing` with exactly the lease's fence, and
/// say whether they did: `false` means that the run has lost its right, and its result is to be
/// thrown away. All throw [app.fragments.store.StoreUnavailableException] while the store cannot be
/// reached; whether the write took place is not known then, and each may be called again.
public interface JobStore {

  /// Inserts the record, `pending`. Where a live job has the same [NewJob#activeKey()], nothing is
  /// inserted and that one is the answer; where this very id was inserted before (an answer that
  /// was lost), so is that.
  Submission insert(NewJob job);

  /// The record, or empty where there is none.
  ///
  /// @throws app.fragments.store.StoreException where it cannot be read
  Optional<Job> find(JobId id);

  /// A user's jobs, newest first; a record that cannot be read is left out.
  ///
  /// @param statuses only these; empty for all
  /// @param limit at least 1
  List<Job> list(String userId, Set<JobStatus> statuses, int limit);

  /// Marks the record `processing` with the lease's fence, owner, attempts and rescues, where it is
  /// not terminal and its own fence is not higher: called again by the same lease, after an answer
  /// that was lost, it says `true` again. Works without reading the rest of the record.
  boolean startProcessing(Lease lease);

  boolean updateProgress(Lease lease, Progress progress);

  boolean storeRawAnswer(Lease lease, RawAnswer answer);

  /// Ends the job as completed; the raw answer is dropped.
  boolean complete(Lease lease, JobResult completion);

  /// Ends the job as failed. A live job of the same active key may then be submitted again. Works
  /// without reading the rest of the record, so that one that cannot be read can be failed.
  ///
  /// @param attempts how many runs have failed, this one included
  boolean fail(Lease lease, Failure failure, int attempts);

  /// Gives the record back to the queue: `pending` again.
  ///
  /// @param attempts how many runs have failed, this one included where it did
  /// @param delay how long nobody may claim it, as in the queue
  boolean release(Lease lease, int attempts, Duration delay);

  /// Ends the job as cancelled, whoever works on it, where it is not terminal.
  ///
  /// @return whether this call did
  boolean cancel(JobId id);

  /// Ends a live record that cannot be read as failed, whoever works on it, so that its active key
  /// is free again: nobody could ever complete it.
  ///
  /// @return whether this call did
  boolean abandon(JobId id, Failure failure);

  /// Records that are not terminal and were last touched longer ago than `age` by the store's
  /// clock, in the order of their ids, after `after` (exclusive) or from the start where it is
  /// null: so that a sweep comes past those that cannot be mended.
  List<JobId> liveOlderThan(Duration age, @Nullable JobId after, int limit);

  /// Completed records whose report was not marked as kept, in the order of their ids, after
  /// `after` (exclusive) or from the start where it is null.
  List<JobId> completedWithoutSavedReport(@Nullable JobId after, int limit);

  /// Marks a completed record's report as kept in the report store.
  void markReportSaved(JobId id);

  /// Deletes records that ended so, longer ago than `age` by the store's clock; of completed ones
  /// only those whose report is kept.
  ///
  /// @param ended a terminal status
  /// @param limit how many at most
  /// @return how many
  long deleteEnded(JobStatus ended, Duration age, int limit);
}
