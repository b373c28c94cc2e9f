package app.fragments.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Port to the records of jobs. Each method is one conditional update of one document, so that a
/// crash between two of them is always mendable.
///
/// The fenced ones write only where the record is `processing` with exactly the lease's fence, and
/// say whether they did: `false` means that the run has lost its right, and its result is to be
/// thrown away. All throw [app.fragments.journal.StoreUnavailableException] while the store cannot
/// be reached; whether the write took place is not known then, and each may be called again.
public interface JobStore {

  /// Inserts the record, `pending`. Where a live job has the same [NewJob#activeKey()], nothing is
  /// inserted and that one is the answer; where this very id was inserted before (an answer that
  /// was lost), so is that.
  Submission insert(NewJob job);

  Optional<Job> find(JobId id);

  /// A user's jobs, newest first.
  ///
  /// @param statuses only these; empty for all
  /// @param limit at least 1
  List<Job> list(String userId, Set<JobStatus> statuses, int limit);

  /// Marks the record `processing` with the lease's fence, where it is not terminal and its own
  /// fence is lower, and takes over the lease's count of rescues.
  boolean startProcessing(Lease lease);

  boolean updateProgress(Lease lease, Progress progress);

  boolean storeRawAnswer(Lease lease, RawAnswer answer);

  boolean complete(Lease lease, Completion completion);

  /// Ends the job as failed. A live job of the same active key may then be submitted again.
  ///
  /// @param attempts how many runs have failed, this one included
  boolean fail(Lease lease, Failure failure, int attempts);

  /// Gives the record back to the queue: `pending` again.
  ///
  /// @param attempts how many runs have failed, this one included where it did
  boolean release(Lease lease, int attempts);

  /// Ends the job as cancelled, whoever works on it, where it is not terminal.
  ///
  /// @return whether this call did
  boolean cancel(JobId id);

  /// Ends a job as failed that nobody holds a lease on, where it is not terminal and its fence is
  /// still `fence`: for the sweep.
  boolean failAbandoned(JobId id, long fence, Failure failure);

  /// Records that are not terminal and were last touched longer ago than `age` by the store's
  /// clock, at most `limit`, those touched longest ago first.
  List<JobId> liveOlderThan(Duration age, int limit);

  /// Completed records whose report was not marked as kept, longest completed first.
  List<Job> completedButNotKept(int limit);

  /// Marks a completed record's report as kept in the report store.
  void markKept(JobId id);
}
