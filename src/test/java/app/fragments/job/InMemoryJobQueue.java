package app.fragments.job;

import app.fragments.store.StoreClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// An in-memory queue that fulfills the contract of its port, for tests that need no server.
public final class InMemoryJobQueue implements JobQueue {

  private static final Comparator<Slot> CLAIM_ORDER =
      Comparator.comparing((Slot slot) -> slot.item.priority())
          .thenComparing(slot -> slot.availableAt)
          .thenComparing(slot -> slot.order);

  private static final class Slot {
    private final JobId id;
    private final QueueItem item;
    private final long order;
    private Instant availableAt;
    private long fencingToken;
    private int attempts;
    private int recoveries;
    private @Nullable String owner;
    private Instant heartbeatAt = Instant.EPOCH;

    Slot(QueueItem item, long order, Instant availableAt) {
      this.id = item.id();
      this.item = item;
      this.order = order;
      this.availableAt = availableAt;
    }

    boolean isHeldBy(Lease lease) {
      return fencingToken == lease.fencingToken() && lease.owner().equals(owner);
    }
  }

  private final StoreClock clock;
  private final StoreClock server;
  private final TreeMap<String, Slot> slots = new TreeMap<>();
  private final Set<JobId> poisoned = new HashSet<>();
  private long enqueued;

  public InMemoryJobQueue(StoreClock clock) {
    this(clock, clock);
  }

  /// @param clock the store's time as callers see it, perhaps wrong
  /// @param server the true time, used for the timestamps of documents
  public InMemoryJobQueue(StoreClock clock, StoreClock server) {
    this.clock = clock;
    this.server = server;
  }

  @Override
  public synchronized void enqueue(QueueItem item) {
    slots.computeIfAbsent(
        item.id().value(),
        _ -> {
          Instant now = server.now();
          Instant due = item.notBefore() == null ? now : item.notBefore();
          Slot slot = new Slot(item, enqueued++, due);
          slot.fencingToken = item.fencingToken();
          slot.attempts = item.attempts();
          slot.recoveries = item.recoveries();
          return slot;
        });
  }

  @Override
  public synchronized Optional<Lease> claim(ClaimRequest request) {
    return claim(
        request.owner(), slot -> slot.owner != null || runningOf(slot) < request.perUser());
  }

  private long runningOf(Slot free) {
    return slots.values().stream()
        .filter(slot -> slot.owner != null)
        .filter(slot -> slot.item.userId().equals(free.item.userId()))
        .count();
  }

  @Override
  public synchronized Optional<Lease> claim(String owner, JobId id) {
    return claim(owner, slot -> slot.id.equals(id));
  }

  @Override
  public synchronized Optional<Lease> claimed(String owner) {
    return slots.values().stream()
        .filter(slot -> owner.equals(slot.owner) && !isStale(slot))
        .findFirst()
        .map(this::leaseOf);
  }

  private Lease leaseOf(Slot slot) {
    return new Lease(
        slot.id, slot.fencingToken, slot.owner, slot.attempts, slot.recoveries, waited(slot));
  }

  private Optional<Lease> claim(String owner, Predicate<Slot> which) {
    return slots.values().stream()
        .filter(which)
        .filter(slot -> !poisoned.contains(slot.id))
        .filter(slot -> isFree(slot) || isStale(slot))
        .min(Comparator.comparing((Slot slot) -> !isStale(slot)).thenComparing(CLAIM_ORDER))
        .map(slot -> lease(slot, owner));
  }

  private Lease lease(Slot slot, String owner) {
    if (slot.owner != null) {
      slot.recoveries++;
    }
    slot.fencingToken++;
    slot.owner = owner;
    slot.heartbeatAt = server.now();
    return leaseOf(slot);
  }

  private Duration waited(Slot slot) {
    Duration waited = Duration.between(slot.availableAt, server.now());
    return waited.isNegative() ? Duration.ZERO : waited;
  }

  private boolean isFree(Slot slot) {
    return slot.owner == null && !slot.availableAt.isAfter(clock.now());
  }

  private boolean isStale(Slot slot) {
    return slot.owner != null && slot.heartbeatAt.plus(LEASE).isBefore(clock.now());
  }

  @Override
  public synchronized boolean heartbeat(Lease lease) {
    return held(lease)
        .map(
            slot -> {
              slot.heartbeatAt = server.now();
              return true;
            })
        .orElse(false);
  }

  @Override
  public synchronized boolean release(Lease lease, int attempts, Duration delay) {
    return held(lease)
        .map(
            slot -> {
              slot.owner = null;
              slot.attempts = attempts;
              slot.availableAt = delay.isZero() ? server.now() : clock.now().plus(delay);
              return true;
            })
        .orElse(false);
  }

  @Override
  public synchronized boolean delete(Lease lease) {
    return held(lease).map(slot -> slots.remove(slot.id.value()) != null).orElse(false);
  }

  private Optional<Slot> held(Lease lease) {
    return Optional.ofNullable(slots.get(lease.jobId().value()))
        .filter(slot -> slot.isHeldBy(lease));
  }

  @Override
  public synchronized void delete(JobId id) {
    slots.remove(id.value());
  }

  @Override
  public synchronized boolean contains(JobId id) {
    return slots.containsKey(id.value());
  }

  @Override
  public synchronized List<JobId> list(@Nullable JobId after, int limit) {
    return (after == null ? slots : slots.tailMap(after.value(), false))
        .values().stream().limit(limit).map(slot -> slot.id).toList();
  }

  @Override
  public synchronized QueueDepth depth() {
    long waiting = slots.values().stream().filter(this::isFree).count();
    long stale = slots.values().stream().filter(this::isStale).count();
    long leased = slots.values().stream().filter(slot -> slot.owner != null).count();
    Duration oldest =
        slots.values().stream()
            .filter(this::isFree)
            .map(slot -> Duration.between(slot.availableAt, clock.now()))
            .max(Comparator.naturalOrder())
            .orElse(Duration.ZERO);
    return new QueueDepth(waiting, slots.size() - waiting - leased, leased - stale, stale, oldest);
  }

  /// Makes the job unclaimable until it is repaired.
  public synchronized void poison(JobId id) {
    poisoned.add(id);
  }

  @Override
  public synchronized long repair() {
    long repaired = unclaimable();
    poisoned.clear();
    return repaired;
  }

  @Override
  public synchronized long unclaimable() {
    return poisoned.size();
  }

  @Override
  public synchronized List<ExpiredLease> expiredLeases(int limit) {
    return slots.values().stream()
        .filter(this::isStale)
        .sorted(Comparator.comparing(slot -> slot.heartbeatAt))
        .limit(limit)
        .map(
            slot ->
                new ExpiredLease(
                    slot.id, slot.owner, Duration.between(slot.heartbeatAt, clock.now())))
        .toList();
  }

  /// The fencing token of the job's last lease, 0 before the first; empty if the job is not queued.
  public synchronized Optional<Long> fencingToken(JobId id) {
    return Optional.ofNullable(slots.get(id.value())).map(slot -> slot.fencingToken);
  }
}
