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

/// Claims jobs. Each claim is one `findOneAndUpdate`, so that only one worker gets the job. Leases
/// expire by the store's clock.
///
/// A unique index enforces the limit on the jobs of one user: a claim under a limit takes one of
/// the user's slots, and fails if the slot is taken.
final class QueueClaims {
  /// How often claims look for expired leases before free jobs.
  private static final Duration RECOVERY_INTERVAL = Duration.ofSeconds(2);

  /// For jobs queued just now: the store's time is only known to within a round trip.
  static final Duration DUE_TOLERANCE = Duration.ofSeconds(1);

  private final MongoCollection<Document> queue;
  private final StoreClock clock;
  private final Duration leaseTime;
  private final AtomicLong nextRecovery = new AtomicLong(System.nanoTime());

  QueueClaims(MongoCollection<Document> queue, StoreClock clock, Duration leaseTime) {
    this.queue = queue;
    this.clock = clock;
    this.leaseTime = leaseTime;
  }

  Optional<Lease> claim(ClaimRequest request) {
    if (isRecoveryDue()) {
      Optional<Lease> recovered = recover(request.owner(), empty());
      if (recovered.isPresent()) {
        recoverAgainSoon();
        return recovered;
      }
    }
    return request.isLimited() ? claimSlot(request) : claimFree(request.owner(), empty());
  }

  Optional<Lease> claim(String owner, JobId id) {
    Bson job = eq(CommonFields.ID, id.value());
    return claimFree(owner, job).or(() -> recover(owner, job));
  }

  Optional<Lease> claimed(String owner) {
    Bson active = QueueQueries.active(clock.now().minus(leaseTime));
    return Optional.ofNullable(queue.find(and(active, eq(LEASE_OWNER, owner))).first())
        .map(document -> QueueDocumentMapper.lease(document, owner));
  }

  private boolean isRecoveryDue() {
    long now = System.nanoTime();
    long next = nextRecovery.get();
    return now - next >= 0 && nextRecovery.compareAndSet(next, now + RECOVERY_INTERVAL.toNanos());
  }

  /// A process that died may leave several jobs.
  private void recoverAgainSoon() {
    nextRecovery.set(System.nanoTime());
  }

  private Optional<Lease> claimFree(String owner, Bson which) {
    return claim(owner, and(claimable(), which), QueueQueries.CLAIM_ORDER, new Document());
  }

  private Optional<Lease> recover(String owner, Bson which) {
    Bson expired = QueueQueries.expired(clock.now().minus(leaseTime));
    return claim(
        owner,
        and(expired, QueueQueries.readable(), which),
        ascending(HEARTBEAT_AT),
        inc(RESCUES, 1L));
  }

  private Bson claimable() {
    Instant lastDue = clock.now().plus(DUE_TOLERANCE);
    return and(QueueQueries.free(), QueueQueries.due(lastDue), QueueQueries.readable());
  }

  /// Skips users whose slots are all taken. Terminates on any server: each iteration without a
  /// claim meets a job that another worker took, or another full user.
  private Optional<Lease> claimSlot(ClaimRequest request) {
    Set<@Nullable Object> full = new HashSet<>();
    @Nullable Object last = null;
    while (true) {
      Optional<Document> next = peek(full);
      if (next.isEmpty() || full.contains(next.get().get(CommonFields.USER_ID))) {
        return Optional.empty();
      }
      @Nullable Object job = next.get().get(CommonFields.ID);
      // not taken: the slot was refused, which nx-27017 reports as no such job
      boolean stillThere = Objects.equals(job, last);
      last = job;
      String user = QueueDocumentMapper.userId(next.get());
      boolean taken = false;
      for (int slot = 0; !taken && slot < request.perUser(); slot++) {
        try {
          Optional<Lease> lease =
              claim(
                  request.owner(),
                  and(claimable(), eq(CommonFields.ID, job)),
                  QueueQueries.CLAIM_ORDER,
                  set(SLOT, user + "/" + slot));
          if (lease.isPresent()) {
            return lease;
          }
          taken = !stillThere; // by another worker: look again
        } catch (MongoCommandException e) {
          if (!DriverErrors.isDuplicateKey(e)) {
            throw e;
          }
        }
      }
      if (!taken) {
        full.add(next.get().get(CommonFields.USER_ID)); // as stored, or it would match again
      }
    }
  }

  private Optional<Document> peek(Set<@Nullable Object> fullUsers) {
    // one condition per user: nx-27017 ignores $nin next to a date
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
