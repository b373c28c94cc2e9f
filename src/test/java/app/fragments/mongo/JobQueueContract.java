package app.fragments.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.Claimant;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.Lease;
import app.fragments.job.QueueDepth;
import app.fragments.job.Tickets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every queue does.
abstract class JobQueueContract {
  private static final Duration LEASE_RUN_OUT = JobQueue.LEASE.plusSeconds(1);

  private JobQueue queue;

  abstract TestStores store();

  private static Lease lease(JobId id, long fence, String owner, int attempts, int rescues) {
    return new Lease(id, fence, owner, attempts, rescues, Duration.ZERO);
  }

  private static Lease withoutWait(Lease lease) {
    return lease(lease.jobId(), lease.fence(), lease.owner(), lease.attempts(), lease.rescues());
  }

  @BeforeEach
  void take_the_store() {
    queue = store().stores().queue();
  }

  private JobId enqueued() {
    JobId id = JobId.create();
    queue.enqueue(Tickets.fresh(id));
    return id;
  }

  @Test
  void a_queued_job_is_claimed_once() {
    JobId id = enqueued();
    assertThat(queue.contains(id)).isTrue();
    Lease lease = queue.claim(Claimant.of("a")).orElseThrow();
    assertThat(withoutWait(lease)).isEqualTo(lease(id, 1, "a", 0, 0));
    assertThat(queue.claim(Claimant.of("b"))).isEmpty();
    assertThat(queue.claim("b", id)).isEmpty();
  }

  @Test
  void queueing_again_changes_nothing() {
    JobId id = enqueued();
    Lease lease = queue.claim(Claimant.of("a")).orElseThrow();
    queue.enqueue(Tickets.fresh(id));
    assertThat(queue.claim(Claimant.of("b"))).isEmpty();
    assertThat(queue.heartbeat(lease)).isTrue();
  }

  @Test
  void the_job_that_waited_longest_comes_first() {
    List<JobId> ids = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      JobId id = enqueued();
      ids.add(id);
      store()
          .stores()
          .database()
          .getCollection(QueueDocuments.COLLECTION)
          .updateOne(
              new Document("_id", id.value()),
              new Document(
                  "$set",
                  new Document(
                      "available_at", store().stores().clock().now().minusSeconds(60 - i))));
    }
    for (JobId id : ids) {
      assertThat(queue.claim(Claimant.of("a")).map(Lease::jobId)).contains(id);
    }
  }

  @Test
  void one_job_can_be_asked_for() {
    enqueued();
    JobId second = enqueued();
    assertThat(queue.claim("a", second).map(Lease::jobId)).contains(second);
    assertThat(queue.claim("a", JobId.create())).isEmpty();
  }

  @Test
  void a_lease_that_ran_out_is_rescued_with_a_higher_fence() {
    JobId id = enqueued();
    Lease lost = queue.claim(Claimant.of("a")).orElseThrow();
    JobQueue later = store().queueAfter(LEASE_RUN_OUT);
    Lease rescued = later.claim(Claimant.of("b")).orElseThrow();
    assertThat(withoutWait(rescued)).isEqualTo(lease(id, 2, "b", 0, 1));
    assertThat(queue.heartbeat(lost)).isFalse();
    assertThat(queue.release(lost, 1, Duration.ZERO)).isFalse();
    assertThat(queue.delete(lost)).isFalse();
    assertThat(queue.heartbeat(rescued)).isTrue();
    assertThat(queue.delete(rescued)).isTrue();
    assertThat(queue.contains(id)).isFalse();
  }

  @Test
  void all_that_a_process_had_in_hand_is_rescued_before_what_waits() {
    for (int i = 0; i < 4; i++) {
      enqueued();
      queue.claim(Claimant.of("a" + i)).orElseThrow();
    }
    enqueued();
    JobQueue later = store().queueAfter(LEASE_RUN_OUT);
    for (int i = 0; i < 4; i++) {
      assertThat(later.claim(Claimant.of("b" + i)).map(Lease::rescues)).contains(1);
    }
  }

  @Test
  void a_heartbeat_keeps_the_lease() {
    enqueued();
    Lease lease = queue.claim(Claimant.of("a")).orElseThrow();
    store()
        .stores()
        .database()
        .getCollection(QueueDocuments.COLLECTION)
        .updateOne(
            new Document(),
            new Document(
                "$set",
                new Document("heartbeat_at", store().stores().clock().now().minus(LEASE_RUN_OUT))));
    assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 0, 0, 1, Duration.ZERO));
    assertThat(queue.heartbeat(lease)).isTrue();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 0, 1, 0, Duration.ZERO));
    assertThat(queue.claim(Claimant.of("b"))).isEmpty();
  }

  @Test
  void a_released_job_waits_its_time_and_counts_its_attempts() {
    JobId id = enqueued();
    Lease lease = queue.claim(Claimant.of("a")).orElseThrow();
    assertThat(queue.release(lease, 1, Duration.ofMinutes(1))).isTrue();
    assertThat(queue.claim(Claimant.of("b"))).isEmpty();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 1, 0, 0, Duration.ZERO));
    assertThat(queue.heartbeat(lease)).as("given back is given back").isFalse();
    JobQueue later = store().queueAfter(Duration.ofSeconds(61));
    assertThat(later.claim(Claimant.of("b")).map(JobQueueContract::withoutWait))
        .contains(lease(id, 2, "b", 1, 0));
  }

  @Test
  void a_job_released_without_delay_can_be_claimed_at_once() {
    JobId id = enqueued();
    Lease lease = queue.claim(Claimant.of("a")).orElseThrow();
    queue.release(lease, 0, Duration.ZERO);
    assertThat(queue.claim(Claimant.of("b")).map(Lease::jobId)).contains(id);
  }

  @Test
  void a_job_that_ran_before_goes_on_with_the_counts_of_its_record() {
    JobId id = JobId.create();
    queue.enqueue(Tickets.again(id, 7, 1, 2));
    queue.enqueue(Tickets.again(id, 9, 0, 0));
    assertThat(queue.claim(Claimant.of("b")).map(JobQueueContract::withoutWait))
        .contains(lease(id, 8, "b", 1, 2));
  }

  @Test
  void a_document_that_cannot_be_claimed_keeps_no_other_from_it() {
    var documents = store().stores().database().getCollection(QueueDocuments.COLLECTION);
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
    assertThat(queue.claim(Claimant.of("a")).map(Lease::jobId)).contains(id);
    assertThat(queue.claim(Claimant.of("a"))).isEmpty();
    assertThat(store().queueAfter(LEASE_RUN_OUT).claim(Claimant.of("b")).map(Lease::jobId))
        .contains(id);
    assertThat(queue.list(null, 10)).contains(id);
  }

  @Test
  void a_job_is_taken_out_whoever_holds_it() {
    JobId id = enqueued();
    Lease lease = queue.claim(Claimant.of("a")).orElseThrow();
    queue.delete(id);
    queue.delete(id);
    assertThat(queue.contains(id)).isFalse();
    assertThat(queue.heartbeat(lease)).isFalse();
  }

  @Test
  void the_queue_is_listed_in_pages() {
    List<JobId> ids = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      ids.add(enqueued());
    }
    List<JobId> listed = new ArrayList<>();
    JobId after = null;
    for (List<JobId> page = queue.list(null, 3); !page.isEmpty(); page = queue.list(after, 3)) {
      listed.addAll(page);
      after = page.getLast();
    }
    assertThat(listed)
        .isEqualTo(ids.stream().sorted((a, b) -> a.value().compareTo(b.value())).toList());
    assertThat(queue.depth().waiting()).isEqualTo(7);
  }

  @Test
  void a_document_of_an_older_version_without_its_times_is_claimed_once_it_is_mended() {
    String id = JobId.create().value();
    store()
        .stores()
        .database()
        .getCollection(QueueDocuments.COLLECTION)
        .insertOne(new Document("_id", id).append("queue", "weave"));
    queue.mend();
    Optional<Lease> lease = queue.claim(Claimant.of("a"));
    assertThat(lease.map(JobQueueContract::withoutWait))
        .contains(lease(new JobId(id), 1, "a", 0, 0));
  }

  @Test
  void of_many_claimers_at_once_each_job_has_one() throws Exception {
    int jobs = 60;
    for (int i = 0; i < jobs; i++) {
      enqueued();
    }
    List<Lease> leases = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<List<Lease>>> claimers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        String owner = "worker-" + i;
        claimers.add(
            () -> {
              List<Lease> mine = new ArrayList<>();
              for (Optional<Lease> lease = queue.claim(Claimant.of(owner));
                  lease.isPresent();
                  lease = queue.claim(Claimant.of(owner))) {
                mine.add(lease.get());
              }
              return mine;
            });
      }
      for (Future<List<Lease>> claimer : threads.invokeAll(claimers)) {
        leases.addAll(claimer.get());
      }
    }
    assertThat(leases).hasSize(jobs);
    assertThat(leases).extracting(Lease::jobId).doesNotHaveDuplicates();
    assertThat(leases).allMatch(lease -> lease.fence() == 1);
  }
}
