package app.fragments.mongo;

import static app.fragments.mongo.QueueDocuments.AVAILABLE_AT;
import static app.fragments.mongo.QueueDocuments.FENCE;
import static app.fragments.mongo.QueueDocuments.HEARTBEAT_AT;
import static app.fragments.mongo.QueueDocuments.LEASED_AT;
import static app.fragments.mongo.QueueDocuments.LEASE_OWNER;
import static app.fragments.mongo.QueueDocuments.QUEUE;
import static app.fragments.mongo.QueueDocuments.RESCUES;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.Lease;
import app.fragments.job.QueueDepth;
import app.fragments.job.StoreClock;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The queue in the collection `jobs`. A claim is one `findOneAndUpdate`, so that of any number of
/// workers one has it; the store's clock says which leases have run out.
final class MongoJobQueue implements JobQueue {
  /// How often a claim looks for vanished workers first, so that many free jobs do not keep a
  /// rescue waiting.
  private static final Duration RESCUE_EVERY = Duration.ofSeconds(5);

  /// A job that was queued this moment is due, although the store's time is only known to within a
  /// round trip; that a delayed one may start so much early hurts nobody.
  private static final Duration ALREADY_DUE = Duration.ofSeconds(1);

  private static final UpdateOptions INSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> queue;
  private final StoreClock clock;
  private final AtomicLong lastRescue = new AtomicLong(System.nanoTime());

  MongoJobQueue(MongoCollection<Document> queue, StoreClock clock) {
    this.queue = queue;
    this.clock = clock;
  }

  @Override
  public void enqueue(JobId id, long fence, int attempts, int rescues) {
    Bson nothing = and(eq(Fields.ID, id.value()), exists(QUEUE, false));
    Bson content = new Document("$setOnInsert", QueueDocuments.free(fence, attempts, rescues));
    DriverErrors.translating(() -> insert(nothing, combine(content, currentDate(AVAILABLE_AT))));
  }

  private boolean insert(Bson filter, Bson content) {
    try {
      return queue.updateOne(filter, content, INSERT).getUpsertedId() != null;
    } catch (MongoWriteException e) {
      if (DriverErrors.isDuplicateKey(e)) {
        return false;
      }
      throw e;
    }
  }

  @Override
  public Optional<Lease> claim(String owner) {
    return claim(owner, empty());
  }

  @Override
  public Optional<Lease> claim(String owner, JobId id) {
    return claim(owner, eq(Fields.ID, id.value()));
  }

  private Optional<Lease> claim(String owner, Bson which) {
    if (isRescueDue()) {
      return rescue(owner, which).or(() -> claimFree(owner, which));
    }
    return claimFree(owner, which)
        .or(() -> rescue(owner, which))
        .or(() -> mend() ? claimFree(owner, which) : Optional.empty());
  }

  private boolean isRescueDue() {
    long now = System.nanoTime();
    long last = lastRescue.get();
    return now - last > RESCUE_EVERY.toNanos() && lastRescue.compareAndSet(last, now);
  }

  private Optional<Lease> claimFree(String owner, Bson which) {
    return claim(
        owner,
        and(free(), lte(AVAILABLE_AT, lastDue()), readable(), which),
        AVAILABLE_AT,
        new Document());
  }

  private Optional<Lease> rescue(String owner, Bson which) {
    return claim(
        owner,
        and(ofQueue(), lt(HEARTBEAT_AT, oldestHeartbeat()), readable(), which),
        HEARTBEAT_AT,
        inc(RESCUES, 1L));
  }

  private Optional<Lease> claim(String owner, Bson filter, String oldest, Bson also) {
    Bson lease =
        combine(
            set(LEASE_OWNER, owner),
            inc(FENCE, 1L),
            currentDate(LEASED_AT),
            currentDate(HEARTBEAT_AT),
            also);
    FindOneAndUpdateOptions options =
        new FindOneAndUpdateOptions().sort(ascending(oldest)).returnDocument(ReturnDocument.AFTER);
    return DriverErrors.translating(
            () -> Optional.ofNullable(queue.findOneAndUpdate(filter, lease, options)))
        .map(document -> QueueDocuments.lease(document, owner));
  }

  /// One that another program has written so that a claim could not name it or count it up is
  /// passed over. A comparison lets only values of its own type through.
  private static Bson readable() {
    return and(gte(Fields.ID, ""), numberOrMissing(FENCE), numberOrMissing(RESCUES));
  }

  private static Bson numberOrMissing(String field) {
    return or(exists(field, false), gte(field, 0));
  }

  /// A document without a time, of another program or version, would never be claimed.
  private boolean mend() {
    Bson timeless = and(free(), eq(AVAILABLE_AT, null));
    return DriverErrors.translating(() -> queue.updateMany(timeless, currentDate(AVAILABLE_AT)))
            .getModifiedCount()
        > 0;
  }

  @Override
  public boolean heartbeat(Lease lease) {
    return DriverErrors.translating(() -> queue.updateOne(held(lease), currentDate(HEARTBEAT_AT)))
            .getMatchedCount()
        > 0;
  }

  @Override
  public boolean release(Lease lease, int attempts, Duration delay) {
    Bson free =
        combine(
            set(QueueDocuments.ATTEMPTS, (long) attempts),
            delay.isZero() ? currentDate(AVAILABLE_AT) : set(AVAILABLE_AT, clock.now().plus(delay)),
            unset(LEASE_OWNER),
            unset(LEASED_AT),
            unset(HEARTBEAT_AT));
    return DriverErrors.translating(() -> queue.updateOne(held(lease), free)).getMatchedCount() > 0;
  }

  @Override
  public boolean delete(Lease lease) {
    return DriverErrors.translating(() -> queue.deleteOne(held(lease))).getDeletedCount() > 0;
  }

  @Override
  public void delete(JobId id) {
    DriverErrors.translating(() -> queue.deleteOne(eq(Fields.ID, id.value())));
  }

  @Override
  public boolean contains(JobId id) {
    return DriverErrors.translating(() -> queue.countDocuments(eq(Fields.ID, id.value()))) > 0;
  }

  @Override
  public List<JobId> list(@Nullable JobId after, int limit) {
    Bson filter = after == null ? empty() : gt(Fields.ID, after.value());
    return DriverErrors.translating(
            () ->
                queue
                    .find(filter)
                    .projection(include(Fields.ID))
                    .sort(ascending(Fields.ID))
                    .limit(limit)
                    .into(new ArrayList<>()))
        .stream()
        .flatMap(document -> JobDocuments.id(document).stream())
        .toList();
  }

  @Override
  public QueueDepth depth() {
    Instant oldest = oldestHeartbeat();
    long free = count(free());
    long delayed = count(and(free(), gt(AVAILABLE_AT, lastDue())));
    long running = count(and(ofQueue(), gte(HEARTBEAT_AT, oldest)));
    long stale = count(and(ofQueue(), lt(HEARTBEAT_AT, oldest)));
    return new QueueDepth(Math.max(0, free - delayed), delayed, running, stale);
  }

  private long count(Bson filter) {
    return DriverErrors.translating(() -> queue.countDocuments(filter));
  }

  private Instant lastDue() {
    return clock.now().plus(ALREADY_DUE);
  }

  private Instant oldestHeartbeat() {
    return clock.now().minus(LEASE);
  }

  private static Bson ofQueue() {
    return eq(QUEUE, QueueDocuments.WEAVE);
  }

  private static Bson free() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null));
  }

  /// By fence and owner: a lease that was given back is no longer held, though its fence is still
  /// the last.
  private static Bson held(Lease lease) {
    return and(
        eq(Fields.ID, lease.jobId().value()),
        eq(FENCE, lease.fence()),
        eq(LEASE_OWNER, lease.owner()));
  }
}
