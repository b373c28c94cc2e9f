package app.fragments.store.mongo;

import static app.fragments.store.mongo.ServerAbility.COMPARE_WITHIN_TYPES;
import static app.fragments.store.mongo.ServerAbility.COUNT_STAMPED;
import static app.fragments.store.mongo.ServerAbility.NEGATE_MISSING;
import static app.fragments.store.mongo.ServerAbility.SET_DATES;
import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.ClaimRequest;
import app.fragments.job.ExpiredLease;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.Lease;
import app.fragments.job.Priority;
import app.fragments.job.QueueContract;
import app.fragments.job.QueueDepth;
import app.fragments.job.QueueItem;
import app.fragments.job.QueueItems;
import com.mongodb.client.MongoCollection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Tests that every queue in a database must pass.
abstract class JobQueueContract extends QueueContract {
  abstract TestStores store();

  @Override
  protected JobQueue queue() {
    return store().stores().queue();
  }

  @Override
  protected JobQueue queueAfter(Duration time) {
    return store().queueAfter(time);
  }

  @Override
  protected Instant now() {
    return store().stores().clock().now();
  }

  private MongoCollection<Document> documents() {
    return store().documents(QueueDocumentMapper.COLLECTION);
  }

  @Test
  @RequiresAbility(SET_DATES)
  void the_job_that_has_waited_longest_is_claimed_first() {
    List<JobId> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      JobId id = enqueued();
      ids.add(id);
      store()
          .stores()
          .database()
          .getCollection(QueueDocumentMapper.COLLECTION)
          .updateOne(
              new Document("_id", id.value()),
              new Document(
                  "$set",
                  new Document(
                      "available_at", store().stores().clock().now().minusSeconds(60 - i))));
    }
    for (JobId id : ids) {
      assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(id);
    }
  }

  @Test
  void all_jobs_of_a_dead_process_are_recovered_before_waiting_ones() {
    for (int i = 0; i < 4; i++) {
      enqueued();
      queue.claim(ClaimRequest.of("a" + i)).orElseThrow();
    }
    enqueued();
    JobQueue later = store().queueAfter(PAST_LEASE);
    for (int i = 0; i < 4; i++) {
      assertThat(later.claim(ClaimRequest.of("b" + i)).map(Lease::recoveries)).contains(1);
    }
  }

  @Test
  @RequiresAbility(SET_DATES)
  void a_heartbeat_extends_the_lease() {
    enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    store()
        .stores()
        .database()
        .getCollection(QueueDocumentMapper.COLLECTION)
        .updateOne(
            new Document(),
            new Document(
                "$set",
                new Document("heartbeat_at", store().stores().clock().now().minus(PAST_LEASE))));
    assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 0, 0, 1, Duration.ZERO));
    assertThat(queue.heartbeat(lease)).isTrue();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 0, 1, 0, Duration.ZERO));
    assertThat(queue.claim(ClaimRequest.of("b"))).isEmpty();
  }

  @Test
  @RequiresAbility(COMPARE_WITHIN_TYPES)
  @Fault(23)
  void a_document_that_cannot_be_claimed_does_not_block_others() {
    var documents = store().stores().database().getCollection(QueueDocumentMapper.COLLECTION);
    Date longAgo = new Date(0);
    Document poisoned =
        new Document("_id", "p1")
            .append("queue", "weave")
            .append("available_at", longAgo)
            .append("fence", "seven");
    documents.insertMany(
        List.of(
            poisoned,
            new Document(poisoned).append("_id", 42).append("fence", 0),
            new Document(poisoned)
                .append("_id", "p2")
                .append("fence", 0)
                .append("rescues", "x")
                .append("heartbeat_at", longAgo)));
    JobId id = enqueued();
    assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(id);
    assertThat(queue.claim(ClaimRequest.of("a"))).isEmpty();
    assertThat(store().queueAfter(PAST_LEASE).claim(ClaimRequest.of("b")).map(Lease::jobId))
        .contains(id);
    assertThat(queue.list(null, 10)).contains(id);
  }

  @Test
  void the_owner_finds_a_live_lease_whose_reply_was_lost() {
    JobId id = enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    assertThat(queue.claimed("a")).contains(lease);
    assertThat(queue.claimed("b")).isEmpty();
    assertThat(store().queueAfter(PAST_LEASE).claimed("a")).isEmpty();
    queue.release(lease, 0, Duration.ZERO);
    assertThat(queue.claimed("a")).isEmpty();
    assertThat(queue.contains(id)).isTrue();
  }

  @Test
  @RequiresAbility(NEGATE_MISSING)
  @Fault(26)
  void an_older_document_without_times_can_be_claimed_after_a_repair() {
    String id = JobId.create().value();
    store()
        .stores()
        .database()
        .getCollection(QueueDocumentMapper.COLLECTION)
        .insertOne(new Document("_id", id).append("queue", "weave"));
    queue.repair();
    Optional<Lease> lease = queue.claim(ClaimRequest.of("a"));
    assertThat(lease.map(QueueContract::withoutWait)).contains(lease(new JobId(id), 1, "a", 0, 0));
  }

  private JobId poisoned(String field, Object value) {
    JobId id = enqueued();
    documents()
        .updateOne(
            new Document("_id", id.value()), new Document("$set", new Document(field, value)));
    return id;
  }

  @ParameterizedTest
  @RequiresAbility(COMPARE_WITHIN_TYPES)
  @ValueSource(strings = {"available_at", "heartbeat_at", "priority"})
  @Fault(23)
  void an_unclaimable_document_can_be_claimed_after_a_repair(String field) {
    JobId id = poisoned(field, "yesterday");
    assertThat(queue.claim(ClaimRequest.of("a"))).isEmpty();
    assertThat(queue.repair()).isOne();
    assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(id);
    assertThat(queue.repair()).isZero();
  }

  @Test
  @Fault(26)
  void a_repair_adds_a_missing_queue_name() {
    JobId id = enqueued();
    documents()
        .updateOne(
            new Document("_id", id.value()), new Document("$unset", new Document("queue", "")));
    assertThat(queue.claim(ClaimRequest.of("a"))).isEmpty();
    assertThat(queue.repair()).isOne();
    assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(id);
  }

  @ParameterizedTest
  @RequiresAbility(COMPARE_WITHIN_TYPES)
  @ValueSource(strings = {"fence", "rescues"})
  @Fault(23)
  void a_repair_removes_a_document_with_unreadable_counts_so_that_the_reconciler_recreates_it(
      String field) {
    JobId id = poisoned(field, "seven");
    assertThat(queue.claim("a", id)).isEmpty();
    assertThat(queue.repair()).isOne();
    assertThat(queue.contains(id)).isFalse();
    queue.enqueue(QueueItems.again(id, 7, 0, 1));
    assertThat(queue.claim("a", id).orElseThrow().fencingToken()).isEqualTo(8);
  }

  @Test
  void a_repair_leaves_valid_documents_alone() {
    enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    enqueued();
    queue.enqueue(
        new QueueItem(
            JobId.create(), "ada", Priority.LOW, now().plus(Duration.ofDays(9)), 0, 0, 0));
    assertThat(queue.repair()).isZero();
    assertThat(queue.heartbeat(lease)).isTrue();
    assertThat(queue.depth().delayed()).isOne();
  }

  @Test
  @RequiresAbility(SET_DATES)
  void expired_leases_are_listed_with_their_workers_longest_silent_first() {
    enqueued();
    JobId first = enqueued();
    JobId second = enqueued();
    queue.claim("a", first);
    queue.claim("b", second);
    var documents = store().stores().database().getCollection(QueueDocumentMapper.COLLECTION);
    Instant now = store().stores().clock().now();
    documents.updateOne(
        new Document("_id", second.value()),
        new Document("$set", new Document("heartbeat_at", Date.from(now.minusSeconds(90)))));
    documents.updateOne(
        new Document("_id", first.value()),
        new Document("$set", new Document("heartbeat_at", Date.from(now.minusSeconds(60)))));

    List<ExpiredLease> stale = queue.expiredLeases(10);

    assertThat(stale).extracting(ExpiredLease::owner).containsExactly("b", "a");
    assertThat(stale).extracting(ExpiredLease::jobId).containsExactly(second, first);
    assertThat(stale.getFirst().silent())
        .isBetween(Duration.ofSeconds(89), Duration.ofSeconds(120));
    assertThat(queue.expiredLeases(1)).hasSize(1);
    assertThat(queue.claim("c", first)).isPresent();
    assertThat(queue.expiredLeases(10)).hasSize(1);
  }

  @Test
  @RequiresAbility({COMPARE_WITHIN_TYPES, COUNT_STAMPED})
  void unclaimable_documents_are_counted_until_they_are_repaired() {
    enqueued();
    queue.claim(ClaimRequest.of("a"));
    enqueued();
    assertThat(queue.unclaimable()).isZero();
    Date longAgo = new Date(0);
    store()
        .stores()
        .database()
        .getCollection(QueueDocumentMapper.COLLECTION)
        .insertMany(
            List.of(
                new Document("_id", "nameless").append("available_at", longAgo),
                new Document("_id", "timeless").append("queue", "weave"),
                new Document("_id", "leased for ever")
                    .append("queue", "weave")
                    .append("available_at", longAgo)
                    .append("heartbeat_at", "noon"),
                new Document("_id", "uncountable")
                    .append("queue", "weave")
                    .append("available_at", longAgo)
                    .append("fence", "seven"),
                new Document("_id", "rankless")
                    .append("queue", "weave")
                    .append("available_at", longAgo)
                    .append("priority", "soon")));

    assertThat(queue.unclaimable()).isEqualTo(5);
    queue.repair();
    assertThat(queue.unclaimable()).isZero();
  }
}
