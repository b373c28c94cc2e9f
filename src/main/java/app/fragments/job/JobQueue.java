package app.fragments.job;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Port to the queue: one small document for each job that waits or runs. The store's clock decides
/// about leases. All methods throw [app.fragments.store.StoreUnavailableException] while the store
/// cannot be reached, and may be called again.
public interface JobQueue {
  /// How long a lease lives after its last heartbeat, where nobody has said otherwise: short enough
  /// for another worker to have the job within 30 s of its worker's death.
  Duration LEASE = Duration.ofSeconds(20);

  /// How long this queue's leases live after their last heartbeat. The processes that share a store
  /// must agree on it.
  default Duration leaseTime() {
    return LEASE;
  }

  /// Puts a job into the queue, free to be claimed when its time has come; one that is there
  /// already stays as it is.
  void enqueue(QueueItem ticket);

  /// Takes a job of those that may be run: of the free ones whose time has come the most urgent,
  /// and among equals the one that has waited longest; and, every few seconds first, those whose
  /// lease has run out, which counts as a rescue. A document that cannot be read, or not be
  /// updated, is passed over and never keeps others from being claimed.
  Optional<Lease> claim(ClaimRequest claimant);

  /// Takes this job and no other, whatever limit there is on its user.
  ///
  /// @param owner the worker's name, unique among all processes
  Optional<Lease> claim(String owner, JobId id);

  /// A lease that this owner has and does not know of: it was given, and the answer was lost. Asked
  /// for by an owner that holds none otherwise.
  Optional<Lease> claimed(String owner);

  /// Keeps the lease for another [#leaseTime()]. A lease that was released or deleted is lost: a
  /// late heartbeat never takes the job again.
  ///
  /// @return false where it is lost: stop at once
  boolean heartbeat(Lease lease);

  /// Gives the job back, where the lease still holds: free, with its fence and rescues as they are.
  ///
  /// @param attempts how many runs have failed, this one included where it did
  /// @param delay how long nobody may claim it
  boolean release(Lease lease, int attempts, Duration delay);

  /// Takes the job out of the queue, where the lease still holds.
  boolean delete(Lease lease);

  /// Takes the job out of the queue, whoever holds it.
  void delete(JobId id);

  /// Whether the job has a queue document.
  boolean contains(JobId id);

  /// Brings documents that no claim could take, of another program or version, into a form that one
  /// can, where that is possible.
  ///
  /// @return how many
  long repair();

  /// How many documents [#repair()] would bring into order.
  long unclaimable();

  /// The leases that have run out and were not rescued yet, the longest silent first.
  List<ExpiredLease> expiredLeases(int limit);

  /// The jobs in the queue, in the order of their ids, after `after` (exclusive) or from the start
  /// where it is null.
  List<JobId> list(@Nullable JobId after, int limit);

  QueueDepth depth();
}
