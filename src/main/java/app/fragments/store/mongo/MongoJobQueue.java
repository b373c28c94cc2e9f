package app.fragments.store.mongo;

import static app.fragments.store.mongo.CommonFields.ID;
import static app.fragments.store.mongo.DriverErrors.readAll;
import static app.fragments.store.mongo.DriverErrors.translating;
import static app.fragments.store.mongo.QueueDocumentMapper.AVAILABLE_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.HEARTBEAT_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.LEASED_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.LEASE_OWNER;
import static app.fragments.store.mongo.QueueDocumentMapper.PRIORITY;
import static app.fragments.store.mongo.QueueDocumentMapper.QUEUE;
import static app.fragments.store.mongo.QueueDocumentMapper.SLOT;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.empty;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.currentDate;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import app.fragments.job.ClaimRequest;
import app.fragments.job.ExpiredLease;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.Lease;
import app.fragments.job.Priority;
import app.fragments.job.QueueDepth;
import app.fragments.job.QueueItem;
import app.fragments.store.StoreClock;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.UpdateOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The queue in the collection `jobs`.
final class MongoJobQueue implements JobQueue {
  private static final UpdateOptions INSERT = new UpdateOptions().upsert(true);

  private final MongoCollection<Document> queue;
  private final StoreClock clock;
  private final Duration leaseTime;
  private final QueueClaims claims;

  MongoJobQueue(MongoCollection<Document> queue, StoreClock clock, Duration leaseTime) {
    this.queue = queue;
    this.clock = clock;
    this.leaseTime = leaseTime;
    this.claims = new QueueClaims(queue, clock, leaseTime);
  }

  @Override
  public Duration leaseTime() {
    return leaseTime;
  }

  @Override
  public void enqueue(QueueItem item) {
    Bson nothing =
        new Document(ID, item.id().value()).append(QUEUE, new Document("$exists", false));
    Document content = QueueDocumentMapper.free(item);
    Instant notBefore = item.notBefore();
    Bson insert =
        notBefore == null
            ? combine(new Document("$setOnInsert", content), currentDate(AVAILABLE_AT))
            : new Document("$setOnInsert", content.append(AVAILABLE_AT, Date.from(notBefore)));
    DriverErrors.insertIfAbsent(
        () -> queue.updateOne(nothing, insert, INSERT).getUpsertedId() != null);
  }

  @Override
  public Optional<Lease> claim(ClaimRequest request) {
    return translating(() -> claims.claim(request));
  }

  @Override
  public Optional<Lease> claim(String owner, JobId id) {
    return translating(() -> claims.claim(owner, id));
  }

  @Override
  public Optional<Lease> claimed(String owner) {
    return translating(() -> claims.claimed(owner));
  }

  @Override
  public boolean heartbeat(Lease lease) {
    return change(QueueQueries.held(lease), currentDate(HEARTBEAT_AT));
  }

  @Override
  public boolean release(Lease lease, int attempts, Duration delay) {
    Bson free =
        combine(
            set(QueueDocumentMapper.ATTEMPTS, (long) attempts),
            delay.isZero() ? currentDate(AVAILABLE_AT) : set(AVAILABLE_AT, clock.now().plus(delay)),
            unset(LEASE_OWNER),
            unset(LEASED_AT),
            unset(HEARTBEAT_AT),
            unset(SLOT));
    return change(QueueQueries.held(lease), free);
  }

  private boolean change(Bson filter, Bson update) {
    return translating(() -> queue.updateOne(filter, update)).getMatchedCount() > 0;
  }

  @Override
  public boolean delete(Lease lease) {
    return translating(() -> queue.deleteOne(QueueQueries.held(lease))).getDeletedCount() > 0;
  }

  @Override
  public void delete(JobId id) {
    translating(() -> queue.deleteOne(eq(ID, id.value())));
  }

  @Override
  public boolean contains(JobId id) {
    return count(eq(ID, id.value())) > 0;
  }

  /// Deletes documents whose counts cannot be read: the reconciler queues them again from their
  /// records.
  @Override
  public long repair() {
    return Stream.<Supplier<Long>>of(
            () -> queue.deleteMany(QueueQueries.unreadable()).getDeletedCount(),
            () -> adjust(QueueQueries.withoutQueueName(), set(QUEUE, QueueDocumentMapper.WEAVE)),
            () -> adjust(QueueQueries.neverExpiring(), unset(HEARTBEAT_AT)),
            () ->
                adjust(
                    QueueQueries.heartbeatAfter(clock.now().plus(LEASE)),
                    currentDate(HEARTBEAT_AT)),
            () -> adjust(QueueQueries.neverDue(), currentDate(AVAILABLE_AT)),
            () -> adjust(QueueQueries.withUnknownPriority(), set(PRIORITY, Priority.NORMAL.rank())))
        .mapToLong(DriverErrors::translating)
        .sum();
  }

  private long adjust(Bson filter, Bson update) {
    return queue.updateMany(filter, update).getModifiedCount();
  }

  @Override
  public long unclaimable() {
    return count(
        or(
            QueueQueries.unreadable(),
            QueueQueries.withoutQueueName(),
            QueueQueries.neverExpiring(),
            QueueQueries.neverDue(),
            QueueQueries.withUnknownPriority()));
  }

  @Override
  public List<ExpiredLease> expiredLeases(int limit) {
    Instant now = clock.now();
    return readAll(
            queue
                .find(QueueQueries.expired(now.minus(leaseTime)))
                .projection(include(ID, LEASE_OWNER, HEARTBEAT_AT))
                .sort(ascending(HEARTBEAT_AT))
                .limit(limit))
        .stream()
        .flatMap(document -> QueueDocumentMapper.expiredLease(document, now).stream())
        .toList();
  }

  @Override
  public List<JobId> list(@Nullable JobId after, int limit) {
    Bson later = after == null ? empty() : gt(ID, after.value());
    return MongoJobStore.ids(queue, later, limit);
  }

  @Override
  public QueueDepth depth() {
    Instant now = clock.now();
    Instant lastDue = now.plus(QueueClaims.DUE_TOLERANCE);
    Instant oldestHeartbeat = now.minus(leaseTime);
    long free = count(QueueQueries.free());
    long delayed = count(and(QueueQueries.free(), gt(AVAILABLE_AT, lastDue)));
    long running = count(QueueQueries.active(oldestHeartbeat));
    long stale = count(QueueQueries.expired(oldestHeartbeat));
    long waiting = Math.max(0, free - delayed);
    Duration oldest =
        waiting == 0 ? Duration.ZERO : oldestDue().map(due -> age(due, now)).orElse(Duration.ZERO);
    return new QueueDepth(waiting, delayed, running, stale, oldest);
  }

  /// One query per priority, each answered by the first key of its index range.
  private Optional<Instant> oldestDue() {
    return QueueQueries.ranks().stream()
        .flatMap(rank -> first(QueueQueries.freeWithRank(rank)).stream())
        .min(Comparator.naturalOrder());
  }

  private Optional<Instant> first(Bson free) {
    return translating(
        () ->
            Optional.ofNullable(
                    queue
                        .find(free)
                        .projection(include(AVAILABLE_AT))
                        .sort(ascending(AVAILABLE_AT))
                        .first())
                .flatMap(document -> Optional.ofNullable(document.getDate(AVAILABLE_AT)))
                .map(Date::toInstant));
  }

  private static Duration age(Instant due, Instant now) {
    return due.isBefore(now) ? Duration.between(due, now) : Duration.ZERO;
  }

  private long count(Bson filter) {
    return translating(() -> queue.countDocuments(filter));
  }
}
