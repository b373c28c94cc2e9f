package app.fragments.job;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.store.mongo.RequiresAbility;
import app.fragments.store.mongo.ServerAbility;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Tests that every queue must pass, including the in-memory one that other tests rely on.
public abstract class QueueContract {
  protected static final Duration PAST_LEASE = JobQueue.LEASE.plusSeconds(1);

  protected JobQueue queue;

  /// The queue under test, empty.
  protected abstract JobQueue queue();

  /// The same queue after this time has passed.
  protected abstract JobQueue queueAfter(Duration time);

  /// The store's time.
  protected abstract Instant now();

  protected static Lease lease(
      JobId id, long fencingToken, String owner, int attempts, int recoveries) {
    return new Lease(id, fencingToken, owner, attempts, recoveries, Duration.ZERO);
  }

  protected static Lease withoutWait(Lease lease) {
    return lease(
        lease.jobId(), lease.fencingToken(), lease.owner(), lease.attempts(), lease.recoveries());
  }

  @BeforeEach
  void open_the_queue() {
    queue = queue();
  }

  protected JobId enqueued() {
    JobId id = JobId.create();
    queue.enqueue(QueueItems.fresh(id));
    return id;
  }

  private JobId enqueued(String user, Priority priority) {
    JobId id = JobId.create();
    queue.enqueue(QueueItems.of(id, user, priority));
    return id;
  }

  private static QueueItem notBefore(JobId id, Instant due) {
    return new QueueItem(id, "ada", Priority.NORMAL, due, 0, 0, 0);
  }

  @Test
  void a_queued_job_is_claimed_once() {
    JobId id = enqueued();
    assertThat(queue.contains(id)).isTrue();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    assertThat(withoutWait(lease)).isEqualTo(lease(id, 1, "a", 0, 0));
    assertThat(queue.claim(ClaimRequest.of("b"))).isEmpty();
    assertThat(queue.claim("b", id)).isEmpty();
  }

  @Test
  void enqueueing_again_changes_nothing() {
    JobId id = enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    queue.enqueue(QueueItems.fresh(id));
    assertThat(queue.claim(ClaimRequest.of("b"))).isEmpty();
    assertThat(queue.heartbeat(lease)).isTrue();
  }

  @Test
  void a_particular_job_can_be_claimed() {
    enqueued();
    JobId second = enqueued();
    assertThat(queue.claim("a", second).map(Lease::jobId)).contains(second);
    assertThat(queue.claim("a", JobId.create())).isEmpty();
  }

  @Test
  @Fault({2, 102})
  void a_job_whose_lease_expired_is_recovered_with_a_higher_fencing_token() {
    JobId id = enqueued();
    Lease lost = queue.claim(ClaimRequest.of("a")).orElseThrow();
    JobQueue later = queueAfter(PAST_LEASE);
    Lease recovered = later.claim(ClaimRequest.of("b")).orElseThrow();
    assertThat(withoutWait(recovered)).isEqualTo(lease(id, 2, "b", 0, 1));
    assertThat(queue.heartbeat(lost)).isFalse();
    assertThat(queue.release(lost, 1, Duration.ZERO)).isFalse();
    queue.delete(lost);
    assertThat(queue.contains(id)).isTrue();
    assertThat(queue.heartbeat(recovered)).isTrue();
    queue.delete(recovered);
    assertThat(queue.contains(id)).isFalse();
  }

  @Test
  @RequiresAbility(ServerAbility.SET_DATES)
  void a_released_job_waits_for_its_delay_and_counts_its_attempts() {
    JobId id = enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    assertThat(queue.release(lease, 1, Duration.ofMinutes(1))).isTrue();
    assertThat(queue.claim(ClaimRequest.of("b"))).isEmpty();
    assertThat(queue.depth()).isEqualTo(new QueueDepth(0, 1, 0, 0, Duration.ZERO));
    assertThat(queue.heartbeat(lease)).as("a released lease is renewed").isFalse();
    JobQueue later = queueAfter(Duration.ofSeconds(61));
    assertThat(later.claim(ClaimRequest.of("b")).map(QueueContract::withoutWait))
        .contains(lease(id, 2, "b", 1, 0));
  }

  @Test
  void a_job_released_without_delay_can_be_claimed_at_once() {
    JobId id = enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
    queue.release(lease, 0, Duration.ZERO);
    assertThat(queue.claim(ClaimRequest.of("b")).map(Lease::jobId)).contains(id);
  }

  @Test
  void a_job_that_has_run_before_continues_with_the_counts_of_its_record() {
    JobId id = JobId.create();
    queue.enqueue(QueueItems.again(id, 7, 1, 2));
    queue.enqueue(QueueItems.again(id, 9, 0, 0));
    assertThat(queue.claim(ClaimRequest.of("b")).map(QueueContract::withoutWait))
        .contains(lease(id, 8, "b", 1, 2));
  }

  @Test
  void a_job_can_be_deleted_while_it_is_leased() {
    JobId id = enqueued();
    Lease lease = queue.claim(ClaimRequest.of("a")).orElseThrow();
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
  @Fault(4)
  void concurrent_claimers_never_get_the_same_job() throws Exception {
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
              for (Optional<Lease> lease = queue.claim(ClaimRequest.of(owner));
                  lease.isPresent();
                  lease = queue.claim(ClaimRequest.of(owner))) {
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
    assertThat(leases).allMatch(lease -> lease.fencingToken() == 1);
  }

  @Test
  void the_most_urgent_job_is_claimed_first() {
    JobId low = enqueued("ada", Priority.LOW);
    JobId normal = enqueued("ada", Priority.NORMAL);
    JobId high = enqueued("ada", Priority.HIGH);

    for (JobId id : List.of(high, normal, low)) {
      assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(id);
    }
  }

  @Test
  void an_urgent_job_that_is_not_due_does_not_block_others() {
    JobId later = JobId.create();
    queue.enqueue(
        new QueueItem(later, "ada", Priority.HIGH, now().plus(Duration.ofHours(1)), 0, 0, 0));
    JobId low = enqueued("ada", Priority.LOW);

    assertThat(queue.claim(ClaimRequest.of("a")).map(Lease::jobId)).contains(low);
    assertThat(queue.claim(ClaimRequest.of("a"))).isEmpty();
  }

  @Test
  void a_delayed_job_is_claimed_once_it_is_due_and_not_before() {
    JobId id = JobId.create();
    queue.enqueue(notBefore(id, now().plus(Duration.ofHours(1))));

    assertThat(queue.claim("a", id)).isEmpty();
    assertThat(queue.depth().delayed()).isOne();
    Lease lease = queueAfter(Duration.ofMinutes(61)).claim(ClaimRequest.of("a")).orElseThrow();
    assertThat(lease.jobId()).isEqualTo(id);
  }

  @Test
  void a_queue_item_keeps_the_priority_due_time_and_counts_of_its_record() {
    JobId id = JobId.create();
    Instant due = now().plus(Duration.ofHours(1));
    queue.enqueue(new QueueItem(id, "ada", Priority.HIGH, due, 7, 1, 2));
    enqueued();
    enqueued();

    assertThat(queue.claim("a", id)).as("not due yet").isEmpty();
    assertThat(queueAfter(Duration.ofMinutes(61)).claim(ClaimRequest.of("b")))
        .map(QueueContract::withoutWait)
        .contains(lease(id, 8, "b", 1, 2));
  }

  @Test
  void a_lease_says_how_long_its_job_had_been_due() {
    JobId id = JobId.create();
    queue.enqueue(notBefore(id, now().minus(Duration.ofMinutes(3))));

    assertThat(queue.claim("a", id).orElseThrow().waited())
        .isBetween(Duration.ofMinutes(3), Duration.ofMinutes(4));
    JobId fresh = enqueued();
    assertThat(queue.claim("a", fresh).orElseThrow().waited())
        .isBetween(Duration.ZERO, Duration.ofSeconds(30));
  }

  @Test
  void the_oldest_wait_is_the_longest_of_all_due_jobs_whatever_their_priority() {
    assertThat(queue.depth().oldestWait()).isZero();
    enqueued("ada", Priority.HIGH);
    queue.enqueue(
        new QueueItem(
            JobId.create(), "ada", Priority.LOW, now().minus(Duration.ofHours(2)), 0, 0, 0));
    queue.enqueue(notBefore(JobId.create(), now().plus(Duration.ofHours(9))));

    assertThat(queue.depth().oldestWait())
        .isBetween(Duration.ofHours(2), Duration.ofHours(2).plusMinutes(1));
  }

  @Test
  void a_user_runs_no_more_jobs_than_the_limit_and_other_users_continue() {
    enqueued("ada", Priority.HIGH);
    enqueued("ada", Priority.HIGH);
    enqueued("ada", Priority.HIGH);
    JobId grace = enqueued("grace", Priority.LOW);
    ClaimRequest two = new ClaimRequest("a", 2);

    assertThat(queue.claim(two)).isPresent();
    assertThat(queue.claim(two)).isPresent();
    assertThat(queue.claim(two).map(Lease::jobId)).contains(grace);
    assertThat(queue.claim(two)).isEmpty();
    assertThat(queue.claim(ClaimRequest.of("unlimited"))).isPresent();
  }

  @Test
  void a_release_or_a_delete_frees_the_slot() {
    ClaimRequest one = new ClaimRequest("a", 1);
    enqueued();
    enqueued();
    Lease first = queue.claim(one).orElseThrow();
    assertThat(queue.claim(one)).isEmpty();
    queue.release(first, 0, Duration.ZERO);
    Lease second = queue.claim(one).orElseThrow();
    assertThat(queue.claim(one)).isEmpty();
    queue.delete(second);
    Lease third = queue.claim(one).orElseThrow();
    assertThat(queue.claim(one)).isEmpty();
    queue.delete(third.jobId());
    assertThat(queue.depth().total()).isZero();
  }

  @Test
  void a_recovered_job_keeps_its_users_slot_until_it_ends() {
    ClaimRequest one = new ClaimRequest("a", 1);
    enqueued();
    JobId second = enqueued();
    Lease lost = queue.claim(one).orElseThrow();
    JobQueue later = queueAfter(PAST_LEASE);

    Lease recovered = later.claim(one).orElseThrow();
    assertThat(recovered.recoveries()).isOne();
    assertThat(recovered.jobId()).isEqualTo(lost.jobId());
    assertThat(queue.heartbeat(recovered)).isTrue();
    assertThat(queue.claim(one)).as("claims a job although the slot is taken").isEmpty();
    queue.delete(recovered);
    assertThat(queue.claim(one).map(Lease::jobId)).contains(second);
  }

  @Test
  void claiming_a_particular_job_ignores_the_limit() {
    enqueued();
    JobId second = enqueued();
    queue.claim(new ClaimRequest("a", 1)).orElseThrow();
    assertThat(queue.claim("a", second)).isPresent();
  }

  @Test
  void eight_concurrent_claimers_never_exceed_a_users_limit() throws Exception {
    Set<JobId> jobs = new HashSet<>();
    for (int i = 0; i < 24; i++) {
      jobs.add(enqueued(i % 2 == 0 ? "ada" : "grace", Priority.NORMAL));
    }
    int done = 0;
    while (done < jobs.size()) {
      List<Lease> round = new ArrayList<>();
      try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
        List<Callable<Optional<Lease>>> claimers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
          ClaimRequest request = new ClaimRequest("worker-" + i, 2);
          claimers.add(() -> queue.claim(request));
        }
        for (Future<Optional<Lease>> claimer : threads.invokeAll(claimers)) {
          claimer.get().ifPresent(round::add);
        }
      }
      assertThat(round).as("two users with two slots each").hasSize(4);
      assertThat(round).extracting(Lease::jobId).doesNotHaveDuplicates();
      for (Lease lease : round) {
        queue.delete(lease);
        done++;
      }
    }
    assertThat(queue.depth().total()).isZero();
  }
}
