package app.fragments.store.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.ClaimRequest;
import app.fragments.job.Failure;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.job.Lease;
import app.fragments.job.NewJob;
import app.fragments.job.Priority;
import app.fragments.job.QueueItems;
import app.fragments.job.Submission;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import app.fragments.store.StoreClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The listed faults that affect workers and a store.
abstract class StoreFaultsContract extends StoreRacesContract {
  private static final Failure FAILURE = new Failure(FailureKind.NETWORK, "No answer");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Selection SELECTION = Selection.of(List.of(EntryId.create()));

  @ParameterizedTest
  @ValueSource(longs = {3_600, -3_600})
  @Fault(10)
  void fault_10_a_client_clock_that_is_an_hour_off_neither_stops_nor_doubles_work(long secondsOff) {
    StoreClock off = () -> clock.now().plusSeconds(secondsOff);
    JobQueue theirs = store().queueWithClock(off);
    JobId id = submitted();
    Lease lease = queue.claim("a", id).orElseThrow();
    assertThat(jobs.startProcessing(lease)).isPresent();

    Optional<Lease> taken = theirs.claim("off", id);
    taken.ifPresent(jobs::startProcessing);

    boolean mine = jobs.complete(lease, done("# R")).isPresent();
    boolean other = taken.isPresent() && jobs.complete(taken.get(), done("# S")).isPresent();
    assertThat(mine ^ other).as("exactly one result").isTrue();
    assertThat(read(id).status()).isEqualTo(JobStatus.COMPLETED);
    JobId next = JobId.create();
    theirs.enqueue(QueueItems.fresh(next));
    assertThat(queue.claim("a", next)).as("its jobs are due at once for other clients").isPresent();
  }

  @Test
  @Fault(10)
  void fault_10_a_job_stamped_in_the_future_before_the_clock_stepped_back_is_recovered() {
    JobId id = submitted();
    queue.claim("a", id).orElseThrow(); // its worker dies, and the server's clock steps back
    store().pass(HOUR.negated());
    assertThat(store().queueAfter(PAST_LEASE).claim("b", id)).isEmpty();

    queue.repair();

    assertThat(store().queueAfter(PAST_LEASE).claim("b", id)).isPresent();
  }

  @Test
  @Fault(10)
  void fault_10_leases_are_measured_by_the_stores_clock_not_this_machines() {
    Instant before = clock.now();
    Lease lease = started();
    Date heartbeat =
        store()
            .documents(QueueDocumentMapper.COLLECTION)
            .find(new Document("_id", lease.jobId().value()))
            .first()
            .getDate("heartbeat_at");
    assertThat(heartbeat.toInstant()).isBetween(before.minusSeconds(1), clock.now().plusSeconds(1));
  }

  @Test
  @Fault(24)
  void fault_24_a_huge_error_message_is_truncated() {
    Lease lease = started();

    assertThat(jobs.fail(lease, new Failure(FailureKind.NETWORK, "x".repeat(20 << 20)), 1))
        .isTrue();

    assertThat(read(lease.jobId()).failure().message()).hasSize(Failure.MAX_MESSAGE);
  }

  @Test
  @Fault(25)
  void fault_25_a_job_can_be_resubmitted_although_an_ended_one_still_holds_its_key() {
    NewJob old = job(SELECTION);
    jobs.insert(old);
    setInRecord(old.id(), "status", "completed");

    assertThat(jobs.insert(job(SELECTION)).created()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"dreaming", ""})
  @Fault({25, 23})
  void fault_25_a_job_can_be_resubmitted_although_an_unreadable_one_holds_its_key(String status) {
    NewJob old = job(SELECTION);
    jobs.insert(old);
    setInRecord(old.id(), "status", status.isEmpty() ? 7 : status);

    Submission again = jobs.insert(job(SELECTION));

    assertThat(again.created()).isTrue();
    assertThat(read(again.jobId()).status()).isEqualTo(JobStatus.PENDING);
  }

  @Test
  @Fault({25, 26})
  void fault_25_a_key_held_by_a_record_with_a_foreign_id_is_freed() {
    NewJob job = job(SELECTION);
    store()
        .documents(JobDocumentMapper.COLLECTION)
        .insertOne(
            new Document("_id", 42)
                .append("status", "pending")
                .append("active_key", job.activeKey()));

    assertThat(jobs.insert(job).created()).isTrue();
  }

  private void setInRecord(JobId id, String field, Object value) {
    store()
        .documents(JobDocumentMapper.COLLECTION)
        .updateOne(
            new Document("_id", id.value()), new Document("$set", new Document(field, value)));
  }

  @Test
  @Fault(26)
  void fault_26_a_job_from_the_first_version_completes() {
    String id = JobId.create().value();
    store()
        .documents(JobDocumentMapper.COLLECTION)
        .insertOne(
            new Document("_id", id)
                .append("user_id", USER)
                .append("entry_ids", List.of("e1"))
                .append("status", "pending")
                .append("a_field_of_tomorrow", new Document("x", 1)));
    store().documents(QueueDocumentMapper.COLLECTION).insertOne(new Document("_id", id));

    queue.repair();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();

    assertThat(jobs.startProcessing(lease)).isPresent();
    assertThat(read(lease.jobId()).priority()).isEqualTo(Priority.NORMAL);
    assertThat(jobs.complete(lease, done("# R"))).isPresent();
    assertThat(store().documents(JobDocumentMapper.COLLECTION).find().first())
        .containsKey("a_field_of_tomorrow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"missing", "number", "null"})
  @Fault(26)
  void fault_26_jobs_queued_without_a_user_can_be_claimed_under_a_limit(String user) {
    for (int i = 0; i < 3; i++) {
      JobId id = JobId.create();
      queue.enqueue(QueueItems.fresh(id));
      Object other = user.equals("number") ? 7 : null;
      Document change = new Document("user_id", user.equals("missing") ? "" : other);
      store()
          .documents(QueueDocumentMapper.COLLECTION)
          .updateOne(
              new Document("_id", id.value()),
              new Document(user.equals("missing") ? "$unset" : "$set", change));
    }
    JobId known = JobId.create();
    queue.enqueue(QueueItems.of(known, "grace", Priority.LOW));
    ClaimRequest limited = new ClaimRequest("a", 2);

    List<Lease> claimed = new ArrayList<>();
    for (Optional<Lease> lease = queue.claim(limited);
        lease.isPresent();
        lease = queue.claim(limited)) {
      claimed.add(lease.get());
    }

    assertThat(claimed).hasSize(3).extracting(Lease::jobId).contains(known);
    queue.delete(claimed.getFirst());
    assertThat(queue.claim(limited)).isPresent();
  }

  @Test
  @Fault(27)
  void fault_27_everything_works_without_indexes_and_the_next_start_recreates_them() {
    List<String> names =
        List.of(
            JobDocumentMapper.COLLECTION,
            QueueDocumentMapper.COLLECTION,
            ReportDocumentMapper.COLLECTION);
    for (String name : names) {
      indexNames(name).forEach(index -> store().documents(name).dropIndex(index));
    }
    try {
      Lease lease = started();
      assertThat(queue.claim(new ClaimRequest("b", 1))).isEmpty();
      submitted();
      assertThat(queue.depth().waiting()).isOne();
      assertThat(queue.heartbeat(lease)).isTrue();
      assertThat(jobs.complete(lease, done("# R"))).isPresent();
      assertThat(jobs.completedWithoutSavedReport(null, 5)).containsExactly(lease.jobId());
      queue.delete(lease);
      assertThat(jobs.list(USER, Set.of(), 5)).hasSize(2);
      assertThat(queue.claim(new ClaimRequest("b", 1))).isPresent();
    } finally {
      store().openAgain().close();
    }
    assertThat(indexNames(JobDocumentMapper.COLLECTION)).contains("one_live_job", "by_status");
    assertThat(indexNames(QueueDocumentMapper.COLLECTION)).contains("claims_by_priority");
  }

  @Test
  @Fault({27, 25})
  void fault_27_two_live_jobs_with_the_same_key_do_not_prevent_the_next_start() {
    store().documents(JobDocumentMapper.COLLECTION).dropIndex("one_live_job");
    JobId first = jobs.insert(job(SELECTION)).jobId();
    NewJob second = job(SELECTION);
    store()
        .documents(JobDocumentMapper.COLLECTION)
        .insertOne(JobDocumentMapper.created(second).append("_id", second.id().value()));

    store().openAgain().close();

    assertThat(jobs.cancel(first)).isTrue();
    store().openAgain().close();
    assertThat(indexNames(JobDocumentMapper.COLLECTION)).contains("one_live_job", "ended");
    assertThat(jobs.insert(job(SELECTION)))
        .isEqualTo(new Submission(second.id(), JobStatus.PENDING, false));
  }

  private List<String> indexNames(String collection) {
    return store().documents(collection).listIndexes().into(new ArrayList<>()).stream()
        .map(index -> index.getString("name"))
        .filter(name -> !name.equals("_id_"))
        .toList();
  }

  @Test
  @Fault({28, 23})
  void fault_28_five_hundred_invalid_documents_block_neither_recovery_nor_claims() {
    JobId lost = submitted();
    queue.claim("a", lost).orElseThrow();
    Date longAgo = new Date(0);
    List<Document> poisoned = new ArrayList<>();
    for (int i = 0; i < 250; i++) {
      poisoned.add(
          new Document("_id", "p%03d".formatted(i))
              .append("queue", "weave")
              .append("rescues", "x")
              .append("heartbeat_at", longAgo));
      poisoned.add(
          new Document("_id", "q%03d".formatted(i))
              .append("queue", "weave")
              .append("priority", 10)
              .append("fence", "x")
              .append("available_at", longAgo));
    }
    store().documents(QueueDocumentMapper.COLLECTION).insertMany(poisoned);
    JobId waiting = submitted();

    assertThat(store().queueAfter(PAST_LEASE).claim(ClaimRequest.of("b")).map(Lease::jobId))
        .contains(lost);
    assertThat(queue.claim(ClaimRequest.of("b")).map(Lease::jobId)).contains(waiting);
    assertThat(queue.repair()).isEqualTo(500);
    assertThat(queue.depth().total()).isEqualTo(2);
  }

  @Test
  @Fault(30)
  void fault_30_a_job_deleted_by_retention_while_it_is_read_is_not_found() {
    Lease lease = started();
    jobs.fail(lease, FAILURE, 1);
    store().pass(Duration.ofDays(31));

    assertThat(jobs.deleteEnded(JobStatus.FAILED, Duration.ofDays(30), 10)).isOne();

    assertThat(jobs.find(lease.jobId())).isEmpty();
    assertThat(jobs.list(USER, Set.of(), 10)).isEmpty();
    assertThat(jobs.complete(lease, done("# R"))).isEmpty();
    assertThat(jobs.cancel(lease.jobId())).isFalse();
  }
}
