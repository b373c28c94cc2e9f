package app.fragments.store.mongo;

import static app.fragments.store.mongo.QueueDocumentMapper.AVAILABLE_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.FENCE;
import static app.fragments.store.mongo.QueueDocumentMapper.HEARTBEAT_AT;
import static app.fragments.store.mongo.QueueDocumentMapper.LEASE_OWNER;
import static app.fragments.store.mongo.QueueDocumentMapper.PRIORITY;
import static app.fragments.store.mongo.QueueDocumentMapper.QUEUE;
import static app.fragments.store.mongo.QueueDocumentMapper.RESCUES;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.nin;
import static com.mongodb.client.model.Filters.nor;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;

import app.fragments.job.Lease;
import app.fragments.job.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/// The queries on the queue. As everywhere in MongoDB, a comparison matches only values of its own
/// type.
final class QueueQueries {
  /// The most urgent first, then the longest waiting: the order of the index `claims_by_priority`,
  /// which applies because the query lists every rank.
  static final Bson CLAIM_ORDER = orderBy(descending(PRIORITY), ascending(AVAILABLE_AT));

  private static final Date ANY_DATE = new Date(0);

  private QueueQueries() {}

  static Bson ofQueue() {
    return eq(QUEUE, QueueDocumentMapper.WEAVE);
  }

  static Bson free() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), withKnownPriority());
  }

  /// An equality per rank, which MongoDB combines into `$in`. nx-27017 misses jobs if a query has
  /// `$in` next to a date.
  private static Bson withKnownPriority() {
    return or(ranks().stream().map(rank -> eq(PRIORITY, rank)).toList());
  }

  static Bson freeWithRank(@Nullable Integer rank) {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), eq(PRIORITY, rank));
  }

  static Bson due(Instant now) {
    return lte(AVAILABLE_AT, now);
  }

  static Bson expired(Instant oldestHeartbeat) {
    return and(ofQueue(), lt(HEARTBEAT_AT, oldestHeartbeat));
  }

  static Bson active(Instant oldestHeartbeat) {
    return and(ofQueue(), gte(HEARTBEAT_AT, oldestHeartbeat));
  }

  /// By fencing token and owner: a released document keeps its token.
  static Bson held(Lease lease) {
    return new Document(CommonFields.ID, lease.jobId().value())
        .append(FENCE, lease.fencingToken())
        .append(LEASE_OWNER, lease.owner());
  }

  /// Documents that a claim can update.
  static Bson readable() {
    return and(
        hasStringId(),
        or(exists(FENCE, false), gte(FENCE, 0)),
        or(exists(RESCUES, false), gte(RESCUES, 0)));
  }

  /// Documents whose counts a claim cannot increment.
  static Bson unreadable() {
    return and(
        hasStringId(),
        or(and(exists(FENCE), nor(gte(FENCE, 0))), and(exists(RESCUES), nor(gte(RESCUES, 0)))));
  }

  /// Old documents.
  static Bson withoutQueueName() {
    return and(hasStringId(), exists(QUEUE, false));
  }

  /// Free, but never due.
  static Bson neverDue() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), nor(gte(AVAILABLE_AT, ANY_DATE)));
  }

  /// Leased, but the lease never expires.
  static Bson neverExpiring() {
    return and(ofQueue(), ne(HEARTBEAT_AT, null), nor(gte(HEARTBEAT_AT, ANY_DATE)));
  }

  /// Leased by a clock that was set back since: the lease expires too late.
  static Bson heartbeatAfter(Instant latest) {
    return and(ofQueue(), gt(HEARTBEAT_AT, latest));
  }

  /// No claim matches their priority.
  static Bson withUnknownPriority() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), nin(PRIORITY, ranks()));
  }

  private static Bson hasStringId() {
    return gte(CommonFields.ID, "");
  }

  /// All priorities, and null for old documents.
  static List<@Nullable Integer> ranks() {
    List<@Nullable Integer> ranks =
        new ArrayList<>(Stream.of(Priority.values()).map(Priority::rank).toList());
    ranks.add(null);
    return ranks;
  }
}
