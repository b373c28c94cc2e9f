package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.JobId;
import app.fragments.job.RetentionPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Sixteen workers of one process.
@Timeout(30)
class WorkerPoolTest {
  private static final int WORKERS = 16;

  private final WeaveWorld world = new WeaveWorld();
  private final AtomicInteger claims = new AtomicInteger();
  private final FaultTrap trap = new FaultTrap();
  private final List<Worker> workers = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  private void start(int count) {
    trap.set(
        "JobQueue.claim",
        call -> {
          claims.incrementAndGet();
          return call.proceed();
        });
    for (int i = 0; i < count; i++) {
      Worker worker = world.worker(trap.over(world.stores));
      workers.add(worker);
      threads.add(Thread.ofPlatform().daemon().start(worker::run));
    }
  }

  @AfterEach
  void stop() throws InterruptedException {
    workers.forEach(Worker::stop);
    for (Thread thread : threads) {
      assertThat(thread.join(Duration.ofSeconds(10))).isTrue();
    }
  }

  @Test
  void idle_workers_ask_the_store_as_often_as_one_does() {
    world.settings = world.settings.withIdlePoll(Duration.ofMillis(20));
    start(WORKERS);
    WeaveWorld.until(() -> claims.get() >= WORKERS); // each looks once as it comes
    int before = claims.get();
    long began = System.nanoTime();
    WeaveWorld.until(() -> claims.get() >= before + 20);
    Duration took = Duration.ofNanos(System.nanoTime() - began);

    assertThat(took)
        .as("twenty looks take a single looker twenty polls")
        .isGreaterThan(Duration.ofMillis(20 * 20 - 40));
  }

  @Test
  void a_full_queue_gets_all_of_them_to_work() throws Exception {
    world.settings = world.settings.withIdlePoll(Duration.ofMillis(10));
    Set<JobId> running = ConcurrentHashMap.newKeySet();
    CountDownLatch letGo = new CountDownLatch(1);
    world.listener =
        new JobListener() {
          @Override
          public void started(JobId job) {
            running.add(job);
          }
        };
    world.generator.script =
        (request, _, _) -> {
          letGo.await();
          return ScriptedGenerator.report(request);
        };
    start(WORKERS);
    WeaveWorld.until(() -> claims.get() >= WORKERS);

    for (int i = 0; i < WORKERS; i++) {
      world.submit();
    }

    WeaveWorld.until(() -> running.size() == WORKERS);
    letGo.countDown();
    WeaveWorld.until(() -> world.queue.depth().total() == 0);
  }

  @Test
  void when_the_one_that_looks_ends_another_looks() {
    world.settings = world.settings.withIdlePoll(Duration.ofMillis(10));
    start(3);
    WeaveWorld.until(() -> claims.get() >= 5);
    workers.get(0).drain();
    workers.get(1).drain();
    WeaveWorld.until(() -> !threads.get(0).isAlive() && !threads.get(1).isAlive());

    JobId id = world.submit();

    WeaveWorld.until(() -> world.job(id).status().isTerminal());
  }

  @Test
  void a_drained_worker_ends_its_job_and_takes_no_other() throws Exception {
    CountDownLatch letGo = new CountDownLatch(1);
    world.generator.script =
        (request, _, _) -> {
          letGo.await();
          return ScriptedGenerator.report(request);
        };
    JobId inHand = world.submit();
    JobId next = world.submit();
    start(1);
    world.generator.called.await();

    workers.getFirst().drain();
    letGo.countDown();
    threads.getFirst().join();

    assertThat(world.job(inHand).completion()).isNotNull();
    assertThat(world.job(next).fencingToken()).isZero();
  }

  @Test
  void one_of_a_crew_sweeps_at_a_time_and_only_when_it_is_due() {
    AtomicLong nanos = new AtomicLong();
    WorkerPool crew = new WorkerPool(1, 60, RetentionPolicy.DEFAULT, nanos::get);
    AtomicInteger sweeps = new AtomicInteger();
    FaultTrap counting =
        new FaultTrap()
            .set(
                "JobQueue.repair",
                call -> {
                  sweeps.incrementAndGet();
                  return call.proceed();
                });
    Reconciler sweep =
        new Reconciler(counting.over(world.stores), WeaveWorld.CHECKER, RetentionPolicy.DEFAULT);
    Duration every = Duration.ofSeconds(30);

    crew.reconcileIfDue(sweep, every);
    crew.reconcileIfDue(sweep, every);
    assertThat(sweeps).hasValue(1);
    nanos.addAndGet(every.toNanos());
    crew.reconcileIfDue(sweep, every);
    assertThat(sweeps).hasValue(2);
  }
}
