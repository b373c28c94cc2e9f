package app.fragments.store.mongo;

import static app.fragments.store.mongo.QueueDocumentMapper.FENCE;
import static app.fragments.store.mongo.QueueDocumentMapper.HEARTBEAT_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.LEASED_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.LEASE_OWNER;
import static app.fragments.store.mongo.QueueDocumentMapper.RESCUES;
import static app.fragments.store.mongo.QueueDocumentMapper.SLOT;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;

import app.fragments.job.ClaimRequest;
import app.fragments.job.JobId;
import app.fragments.job.Lease;
import app.fragments.store.StoreClock;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// Claims of jobs. Each is one `findOneAndUpdate`, so that of any number of workers one has it; the
/// store's clock says which leases have run out.
///
/// A limit on the jobs of one user is kept by a unique index: a claim under a limit takes one of
/// the user's slots with it, and a slot that is taken refuses the claim.
final class QueueClaims {
  /// How often a claim looks for vanished workers first, so that many free jobs do not keep a
  /// rescue waiting; and how often at most, since few workers vanish.
  private static final Duration RESCUE_EVERY = Duration.ofSeconds(2);

  /// A job that was queued this moment is due, although the store's time is only known to within a
  /// round trip; that a delayed one may start so much early hurts nobody.
  static final Duration ALREADY_DUE = Duration.ofSeconds(1);

  private final MongoCollection<Document> queue;
  private final StoreClock clock;
  private final Duration leaseTime;
  private final AtomicLong nextRescue = new AtomicLong(System.nanoTime());

  QueueClaims(MongoCollection<Document> queue, StoreClock clock, Duration leaseTime) {
    this.queue = queue;
    this.clock = clock;
    this.leaseTime = leaseTime;
  }

  Optional<Lease> claim(ClaimRequest claimant) {
    if (isRescueDue()) {
      Optional<Lease> rescued = rescue(claimant.owner(), empty());
      if (rescued.isPresent()) {
        lookAgainAtOnce();
        return rescued;
      }
    }
    return claimant.isLimited() ? claimSlot(claimant) : claimFree(claimant.owner(), empty());
  }

  Optional<Lease> claim(String owner, JobId id) {
    Bson job = eq(CommonFields.ID, id.value());
    return claimFree(owner, job).or(() -> rescue(owner, job));
  }

  Optional<Lease> claimed(String owner) {
    Bson alive = QueueQueries.alive(clock.now().minus(leaseTime));
    return Optional.ofNullable(queue.find(and(alive, eq(LEASE_OWNER, owner))).first())
        .map(document -> QueueDocumentMapper.lease(document, owner));
  }

  private boolean isRescueDue() {
    long now = System.nanoTime();
    long next = nextRescue.get();
    return now - next >= 0 && nextRescue.compareAndSet(next, now + RESCUE_EVERY.toNanos());
  }

  /// A process that died leaves as many jobs as it had workers.
  private void lookAgainAtOnce() {
    nextRescue.set(System.nanoTime());
  }

  private Optional<Lease> claimFree(String owner, Bson which) {
    return claim(owner, and(claimable(), which), QueueQueries.CLAIM_ORDER, new Document());
  }

  private Optional<Lease> rescue(String owner, Bson which) {
    Bson lost = QueueQueries.stale(clock.now().minus(leaseTime));
    return claim(
        owner,
        and(lost, QueueQueries.readable(), which),
        ascending(HEARTBEAT_AT),
        inc(RESCUES, 1L));
  }

  private Bson claimable() {
    Instant lastDue = clock.now().plus(ALREADY_DUE);
    return and(QueueQueries.free(), QueueQueries.due(lastDue), QueueQueries.readable());
  }

  /// Passes over users all of whose slots are taken. It ends on any server: each look that brings
  /// nothing has found a job that another worker took, or a user who is full.
  private Optional<Lease> claimSlot(ClaimRequest claimant) {
    Set<@Nullable Object> full = new HashSet<>();
    @Nullable Object last = null;
    while (true) {
      Optional<Document> next = peek(full);
      if (next.isEmpty() || full.contains(next.get().get(CommonFields.USER_ID))) {
        return Optional.empty();
      }
      @Nullable Object job = next.get().get(CommonFields.ID);
      // nobody took it: its slot was refused, for which nx-27017 says that there is no such job
      boolean stillThere = Objects.equals(job, last);
      last = job;
      String user = QueueDocumentMapper.userId(next.get());
      boolean quicker = false;
      for (int slot = 0; !quicker && slot < claimant.perUser(); slot++) {
        try {
          Optional<Lease> lease =
              claim(
                  claimant.owner(),
                  and(claimable(), eq(CommonFields.ID, job)),
                  QueueQueries.CLAIM_ORDER,
                  set(SLOT, user + "/" + slot));
          if (lease.isPresent()) {
            return lease;
          }
          quicker = !stillThere; // another worker was: look again
        } catch (MongoCommandException e) {
          if (!DriverErrors.isDuplicateKey(e)) {
            throw e;
          }
        }
      }
      if (!quicker) {
        full.add(next.get().get(CommonFields.USER_ID)); // as it is stored, or it would come again
      }
    }
  }

  private Optional<Document> peek(Set<@Nullable Object> fullUsers) {
    // each by itself: nx-27017 heeds no $nin beside a date
    Bson others =
        fullUsers.isEmpty()
            ? empty()
            : and(fullUsers.stream().map(user -> ne(CommonFields.USER_ID, user)).toList());
    return Optional.ofNullable(
        queue
            .find(and(claimable(), others))
            .projection(include(CommonFields.USER_ID))
            .sort(QueueQueries.CLAIM_ORDER)
            .first());
  }

  private Optional<Lease> claim(String owner, Bson filter, Bson order, Bson also) {
    Bson lease =
        combine(
            set(LEASE_OWNER, owner),
            inc(FENCE, 1L),
            currentDate(LEASED_AT),
            currentDate(HEARTBEAT_AT),
            also);
    FindOneAndUpdateOptions options =
        new FindOneAndUpdateOptions().sort(order).returnDocument(ReturnDocument.AFTER);
    return Optional.ofNullable(queue.findOneAndUpdate(filter, lease, options))
        .map(document -> QueueDocumentMapper.lease(document, owner));
  }
}
