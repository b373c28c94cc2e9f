package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.InMemoryWorkerRegistry;
import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerPoolTest {
  private static final int WORKERS = 16;

  private final WorkerFixture world = new WorkerFixture();
  private final InMemoryWorkerRegistry registry = new InMemoryWorkerRegistry(world.clock);
  private final FaultTrap trap = new FaultTrap();
  private final List<Thread> claims = new CopyOnWriteArrayList<>();
  private final List<Thread> threads = new CopyOnWriteArrayList<>();
  private final List<WorkerContext> contexts = new CopyOnWriteArrayList<>();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final AtomicInteger opening = new AtomicInteger();
  private final CountDownLatch answer = new CountDownLatch(1);
  private final List<WorkerPool> pools = new ArrayList<>();
  private volatile JobListener poolListener;
  private volatile Runnable beforeOpening = () -> {};

  private final ShutdownListener shutdown =
      new ShutdownListener() {
        @Override
        public void draining(int running) {
          events.add("draining " + running);
        }

        @Override
        public void releasing(int running) {
          events.add("releasing " + running);
        }

        @Override
        public void stuck(JobId job) {
          events.add("stuck");
        }

        @Override
        public void hung() {
          events.add("hung");
        }
      };

  private WorkerPool pool() {
    return pool(null);
  }

  private WorkerPool pool(ShutdownListener listener) {
    trap.set(
        "JobQueue.claim",
        call -> {
          claims.add(Thread.currentThread());
          return call.proceed();
        });
    WorkerPool made =
        new WorkerPool(
            new WorkerRegistration(
                RegisteredWorker.Kind.WORK,
                HostName.of(new Environment(Map.of("HOSTNAME", "host"))),
                () -> registry),
            this::open,
            world.listener,
            loop -> {
              Thread thread = Thread.ofPlatform().daemon().unstarted(loop);
              threads.add(thread);
              return thread;
            },
            listener);
    pools.add(made);
    return made;
  }

  private WorkerContext open(JobListener listener) {
    assertThat(opening.incrementAndGet()).as("workers that open the store").isOne();
    try {
      beforeOpening.run();
      poolListener = listener;
      WorkerContext context = world.context(trap.wrap(world.stores), listener);
      contexts.add(context);
      return context;
    } finally {
      opening.decrementAndGet();
    }
  }

  @AfterEach
  void close() throws InterruptedException {
    answer.countDown();
    pools.forEach(WorkerPool::close);
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  private void answerLate() {
    world.generator.script =
        (request, _, _) -> {
          answer.await();
          return ScriptedGenerator.report(request);
        };
  }

  @Test
  void idle_workers_poll_no_more_often_than_one_worker() {
    WorkerPool pool = pool();
    pool.setCount(WORKERS);
    WorkerFixture.until(
        () -> Set.copyOf(claims).size() == WORKERS); // each polls once when it starts
    WorkerFixture.until(() -> onePolls(20));
  }

  private boolean onePolls(int times) {
    List<Thread> polls = List.copyOf(claims);
    int size = polls.size();
    return size > times && Set.copyOf(polls.subList(size - times, size)).size() == 1;
  }

  @Test
  void a_full_queue_keeps_all_workers_busy() {
    Set<JobId> running = ConcurrentHashMap.newKeySet();
    world.listener =
        new JobListener() {
          @Override
          public void started(JobId job) {
            running.add(job);
          }
        };
    answerLate();
    WorkerPool pool = pool();
    pool.setCount(WORKERS);
    WorkerFixture.until(() -> pool.ready() == WORKERS);

    for (int i = 0; i < WORKERS; i++) {
      world.submit();
    }

    WorkerFixture.until(() -> running.size() == WORKERS);
    assertThat(pool.busy()).isEqualTo(WORKERS);
    answer.countDown();
    WorkerFixture.until(() -> world.queue.depth().total() == 0);
  }

  @Test
  void surplus_workers_end_and_another_one_polls() {
    WorkerPool pool = pool();
    pool.setCount(3);
    WorkerFixture.until(() -> pool.ready() == 3);
    pool.setCount(1);
    WorkerFixture.until(() -> pool.count() == 1);

    JobId id = world.submit();

    WorkerFixture.until(() -> world.job(id).status().isTerminal());
  }

  @Test
  void a_surplus_worker_finishes_its_job() {
    answerLate();
    JobId id = world.submit();
    WorkerPool pool = pool();
    pool.setCount(1);
    WorkerFixture.until(() -> pool.has(id));
    pool.setCount(0);
    assertThat(pool.count()).isOne();

    answer.countDown();

    WorkerFixture.until(() -> pool.count() == 0);
    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void a_drained_pool_finishes_its_job_and_takes_no_other() throws Exception {
    answerLate();
    JobId running = world.submit();
    JobId waiting = world.submit();
    WorkerPool pool = pool(shutdown);
    pool.setCount(1);
    WorkerFixture.until(() -> pool.has(running));

    pool.drain();
    pool.drain();
    answer.countDown();

    assertThat(pool.awaitEnd()).isTrue();
    assertThat(world.job(running).status()).isEqualTo(JobStatus.COMPLETED);
    assertThat(world.job(waiting).fencingToken()).isZero();
    assertThat(events).containsExactly("draining 1");
  }

  @Test
  void a_released_pool_returns_its_job_without_counting_an_attempt() throws Exception {
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    WorkerPool pool = pool(shutdown);
    pool.setCount(2);
    WorkerFixture.until(() -> pool.has(id));

    pool.drain();
    pool.release();

    assertThat(pool.awaitEnd()).isTrue();
    assertThat(world.job(id).status()).isEqualTo(JobStatus.PENDING);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(events).containsExactly("draining 1", "releasing 1");
  }

  @Test
  void a_pool_that_runs_until_the_queue_is_empty_ends() throws Exception {
    List<JobId> jobs = List.of(world.submit(), world.submit(), world.submit());
    WorkerPool pool = pool();
    pool.runUntilEmpty(2);
    assertThat(pool.awaitEnd()).isTrue();
    assertThat(jobs).allMatch(id -> world.job(id).status() == JobStatus.COMPLETED);
  }

  @Test
  void a_worker_that_dies_is_replaced() {
    AtomicInteger opened = new AtomicInteger();
    beforeOpening =
        () -> {
          if (opened.incrementAndGet() == 1) {
            throw new IllegalStateException("for the test");
          }
        };
    WorkerPool pool = pool();
    pool.setCount(1);
    JobId id = world.submit();

    WorkerFixture.until(() -> world.job(id).status().isTerminal());

    assertThat(threads).hasSize(2);
    assertThat(pool.count()).isOne();
  }

  @Test
  void an_interrupted_worker_returns_its_job_and_is_replaced() {
    world.generator.script =
        (request, _, cancellation) -> {
          if (world.generator.requests.size() > 1) {
            return ScriptedGenerator.report(request);
          }
          return ScriptedGenerator.hangingUntilCancelled().answer(request, null, cancellation);
        };
    WorkerPool pool = pool();
    pool.setCount(1);
    JobId id = world.submit();
    WorkerFixture.until(() -> pool.has(id));

    threads.getFirst().interrupt();

    WorkerFixture.until(() -> world.job(id).status() == JobStatus.COMPLETED);
    assertThat(world.job(id).attempts()).isZero();
    assertThat(pool.count()).isOne();
  }

  @Test
  void while_the_store_cannot_be_opened_one_worker_retries_for_all() {
    AtomicInteger attempts = new AtomicInteger();
    beforeOpening =
        () -> {
          switch (attempts.incrementAndGet()) {
            case 1, 2 -> throw new StoreUnavailableException("unavailable", null);
            case 3 -> throw new StoreException("refused", null);
            default -> {}
          }
        };
    WorkerPool pool = pool();
    pool.setCount(4);
    while (pool.ready() < 4) {
      pool.wake(); // instead of waiting for the backoff
      Thread.onSpinWait();
    }
    assertThat(contexts).hasSize(1);
  }

  @Test
  void during_an_outage_one_worker_retries_for_all() {
    WorkerPool pool = pool();
    pool.setCount(4);
    WorkerFixture.until(() -> Set.copyOf(claims).size() == 4);
    List<Thread> attempts = new CopyOnWriteArrayList<>();
    trap.set(
        "JobQueue.claim",
        _ -> {
          attempts.add(Thread.currentThread());
          throw new StoreUnavailableException("unavailable", null);
        });
    pool.wake();
    WorkerFixture.until(() -> attempts.size() > 4);
    int before = attempts.size();
    WorkerFixture.until(() -> attempts.size() >= before + 4);
    assertThat(Set.copyOf(List.copyOf(attempts).subList(before, before + 4))).hasSize(1);
  }

  @Test
  void renewed_workers_share_a_new_context() {
    WorkerPool pool = pool();
    pool.setCount(2);
    WorkerFixture.until(() -> pool.ready() == 2);

    pool.renew();

    // Until the last old worker has ended, one old and one new worker can be the two ready ones.
    WorkerFixture.until(() -> threads.size() == 4 && pool.ready() == 2);
    assertThat(contexts).hasSize(2);
    assertThat(pool.count()).isEqualTo(2);
  }

  @Test
  void a_cancelled_job_is_stopped_at_once() {
    world.generator.script = ScriptedGenerator.hangingUntilCancelled();
    JobId id = world.submit();
    WorkerPool pool = pool();
    pool.setCount(1);
    WorkerFixture.until(() -> pool.has(id));
    world.service(1).cancel(WorkerFixture.USER, id);

    pool.cancelRunning(id);

    WorkerFixture.until(() -> pool.busy() == 0);
    assertThat(world.job(id).status()).isEqualTo(JobStatus.CANCELLED);
  }

  @Test
  void a_stuck_run_ends_a_headless_pool_but_not_the_windows() throws Exception {
    WorkerPool headless = pool(shutdown);
    headless.setCount(1);
    WorkerFixture.until(() -> headless.ready() == 1);
    poolListener.stuck(new JobId("stuck"));

    assertThat(headless.awaitEnd()).isFalse();
    assertThat(events).containsExactly("stuck", "releasing 0");

    WorkerPool window = pool();
    window.setCount(1);
    WorkerFixture.until(() -> window.ready() == 1);
    poolListener.stuck(new JobId("stuck"));
    assertThat(window.count()).isOne();
    assertThat(events).hasSize(2);
  }

  @Test
  void the_pool_registers_its_workers_until_it_is_closed() {
    WorkerPool pool = pool();
    pool.setCount(2);
    WorkerFixture.until(() -> registry.alive().size() == 1);
    assertThat(registry.alive().getFirst().workers()).isEqualTo(2);

    pool.close();

    assertThat(registry.alive()).isEmpty();
    pool.setCount(2);
    assertThat(pool.count()).isZero();
  }
}
