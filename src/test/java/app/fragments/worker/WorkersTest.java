package app.fragments.worker;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.faults.Fault;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobQueue;
import app.fragments.job.JobStatus;
import app.fragments.journal.Entry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Workers that run in a loop.
@Timeout(30)
class WorkersTest {
  private final WorkerFixture world = new WorkerFixture();

  @Test
  void eight_workers_run_each_job_once() throws Exception {
    int count = 500;
    for (int i = 0; i < count; i++) {
      Entry entry = world.write("entry " + i);
      world.submit(1, List.of(entry));
    }

    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      threads.add(Thread.ofPlatform().start(world.worker()::runUntilEmpty));
    }
    for (Thread thread : threads) {
      thread.join();
    }

    List<Job> jobs = world.jobs.list(WorkerFixture.USER, Set.of(), count + 1);
    assertThat(jobs)
        .hasSize(count)
        .allMatch(job -> job.status() == JobStatus.COMPLETED && job.fencingToken() == 1);
    assertThat(world.generator.requests).hasSize(count);
  }

  @Test
  @Fault(1)
  void running_until_empty_takes_over_the_job_of_a_worker_that_died() throws Exception {
    JobId id = world.submit();
    SimulatedCrash.of(world).at("EntryStore.findAll").runOne();
    Thread thread = Thread.ofPlatform().start(world.worker()::runUntilEmpty);
    assertThat(thread.join(Duration.ofMillis(100))).as("stops while a job is leased").isFalse();

    world.clock.advance(JobQueue.LEASE.plusSeconds(1));
    thread.join();

    assertThat(world.job(id).status()).isEqualTo(JobStatus.COMPLETED);
  }

  @Test
  void a_woken_worker_does_not_wait_for_its_next_poll() throws Exception {
    world.setIdlePoll(Duration.ofHours(1));
    Worker worker = world.worker();
    Thread thread = Thread.ofPlatform().start(worker::run);
    for (int i = 0; i < 40; i++) {
      JobId id = world.submit();
      worker.wake();
      WorkerFixture.until(() -> world.job(id).status() == JobStatus.COMPLETED);
    }
    worker.stop();
    thread.join();
  }

  @Test
  @Fault(1)
  void the_next_worker_to_start_queues_a_job_whose_submit_crashed() throws Exception {
    JobId id = world.submit();
    world.queue.delete(id);
    world.clock.advance(Reconciler.GRACE.plusSeconds(1));
    Worker worker = world.worker();
    Thread thread = Thread.ofPlatform().start(worker::run);

    WorkerFixture.until(() -> world.job(id).status() == JobStatus.COMPLETED);
    worker.stop();
    thread.join();
  }
}
