package app.fragments.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port to the queue: one small document for each job that waits or runs. Leases expire by the
/// store's clock. All methods throw [app.fragments.store.StoreUnavailableException] if the store
/// cannot be reached, and may be called again.
public interface JobQueue {
  /// The default lease time: short enough for another worker to take over within 30 s.
  Duration LEASE = Duration.ofSeconds(20);

  /// How long leases live after their last heartbeat. All processes on a store must agree on it.
  default Duration leaseTime() {
    return LEASE;
  }

  /// Queues a job, to be claimed once it is due. Does nothing if it is queued already.
  void enqueue(QueueItem item);

  /// Claims a free job that is due: the most urgent one, then the one that has waited longest.
  /// Every few seconds, jobs whose lease has expired come first, which counts as a recovery. Skips
  /// documents that cannot be read or updated.
  Optional<Lease> claim(ClaimRequest request);

  /// Claims this job, regardless of the limit on its user.
  ///
  /// @param owner the worker's name, unique among all processes
  Optional<Lease> claim(String owner, JobId id);

  /// The lease that an owner was granted by a claim whose reply was lost. Only for an owner that
  /// holds no lease it knows of.
  Optional<Lease> claimed(String owner);

  /// Renews the lease for another [#leaseTime()]. Never revives a lease that was released or
  /// deleted.
  ///
  /// @return false if it is lost: stop at once
  boolean heartbeat(Lease lease);

  /// Frees the job if the lease still holds. Its fencing token and recoveries stay.
  ///
  /// @param attempts how many runs have failed
  /// @param delay how long it cannot be claimed
  boolean release(Lease lease, int attempts, Duration delay);

  /// Removes the job if the lease still holds.
  boolean delete(Lease lease);

  /// Removes the job, whoever holds it.
  void delete(JobId id);

  boolean contains(JobId id);

  /// Repairs documents of other programs or versions that no worker could claim.
  ///
  /// @return how many were repaired
  long repair();

  /// How many documents [#repair()] would repair.
  long unclaimable();

  /// Expired leases that nobody has taken over yet, the longest silent first.
  List<ExpiredLease> expiredLeases(int limit);

  /// The queued jobs, ordered by id.
  ///
  /// @param after exclusive; null for the first page
  List<JobId> list(@Nullable JobId after, int limit);

  QueueDepth depth();
}
