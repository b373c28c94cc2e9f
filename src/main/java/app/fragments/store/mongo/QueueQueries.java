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

/// What the queue asks for. A comparison lets only values of its own type through, here as
/// everywhere in MongoDB.
final class QueueQueries {
  /// The most urgent first, then the one that has waited longest: the order of the index
  /// `claims_by_priority`, since every rank there is stands in the query.
  static final Bson CLAIM_ORDER = orderBy(descending(PRIORITY), ascending(AVAILABLE_AT));

  private static final Date ANY_DATE = new Date(0);

  private QueueQueries() {}

  static Bson ofQueue() {
    return eq(QUEUE, QueueDocumentMapper.WEAVE);
  }

  static Bson free() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), ranked());
  }

  /// An equality for each rank, which MongoDB turns into one `$in`; nx-27017 overlooks jobs where a
  /// query has `$in` beside a date.
  private static Bson ranked() {
    return or(ranks().stream().map(rank -> eq(PRIORITY, rank)).toList());
  }

  static Bson freeOf(@Nullable Integer rank) {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), eq(PRIORITY, rank));
  }

  static Bson due(Instant now) {
    return lte(AVAILABLE_AT, now);
  }

  /// The lease has run out.
  static Bson stale(Instant oldestHeartbeat) {
    return and(ofQueue(), lt(HEARTBEAT_AT, oldestHeartbeat));
  }

  static Bson alive(Instant oldestHeartbeat) {
    return and(ofQueue(), gte(HEARTBEAT_AT, oldestHeartbeat));
  }

  /// By fence and owner: a lease that was given back is no longer held, though its fence is still
  /// the last.
  static Bson held(Lease lease) {
    return new Document(CommonFields.ID, lease.jobId().value())
        .append(FENCE, lease.fencingToken())
        .append(LEASE_OWNER, lease.owner());
  }

  /// What a claim can name and count up.
  static Bson readable() {
    return and(ours(), or(exists(FENCE, false), gte(FENCE, 0)), or(noRescues(), gte(RESCUES, 0)));
  }

  private static Bson noRescues() {
    return exists(RESCUES, false);
  }

  /// Whose counts a claim could not count up.
  static Bson unreadable() {
    return and(
        ours(),
        or(and(exists(FENCE), nor(gte(FENCE, 0))), and(exists(RESCUES), nor(gte(RESCUES, 0)))));
  }

  /// Without a queue's name, from before queues had one.
  static Bson nameless() {
    return and(ours(), exists(QUEUE, false));
  }

  /// Free, but without a time from which on: it would never be due.
  static Bson timeless() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), nor(gte(AVAILABLE_AT, ANY_DATE)));
  }

  /// Leased, but without a time: the lease would never run out.
  static Bson leasedForEver() {
    return and(ofQueue(), ne(HEARTBEAT_AT, null), nor(gte(HEARTBEAT_AT, ANY_DATE)));
  }

  /// Leased, by a clock that has since been set back: the lease would run out too late.
  static Bson leasedAfter(Instant latest) {
    return and(ofQueue(), gt(HEARTBEAT_AT, latest));
  }

  /// With a priority that no claim asks for.
  static Bson rankless() {
    return and(ofQueue(), eq(HEARTBEAT_AT, null), nin(PRIORITY, ranks()));
  }

  private static Bson ours() {
    return gte(CommonFields.ID, "");
  }

  /// All priorities, and none, which an old document may have.
  static List<@Nullable Integer> ranks() {
    List<@Nullable Integer> ranks =
        new ArrayList<>(Stream.of(Priority.values()).map(Priority::rank).toList());
    ranks.add(null);
    return ranks;
  }
}
