package app.fragments.ui.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.job.JobId;
import app.fragments.job.JobStatus;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.WorkerRegistry;
import app.fragments.settings.Environment;
import app.fragments.settings.HostName;
import app.fragments.ui.FxThread;
import app.fragments.worker.JobListener;
import app.fragments.worker.WorkerFixture;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerRegistration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.concurrent.Task;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.testfx.api.FxToolkit;

@Timeout(30)
class WorkerTaskTest {
  @BeforeAll
  static void start_the_toolkit() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void its_daemon_thread_runs_the_loop() throws Exception {
    List<Thread> ran = new ArrayList<>();
    Thread thread = WorkerTask.thread(() -> ran.add(Thread.currentThread()));
    assertThat(thread.isDaemon()).isTrue();
    thread.start();
    thread.join();
    assertThat(ran).containsExactly(thread);
  }

  @Test
  void cancelling_it_interrupts_the_loop() throws Exception {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Task<?> task =
        new WorkerTask(
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
            });
    Thread.ofPlatform().daemon().start(task);
    running.await();
    FxThread.run(() -> task.cancel());
    assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void the_windows_pool_runs_jobs_in_tasks_and_replaces_one_that_dies() {
    WorkerFixture world = new WorkerFixture();
    List<Thread> threads = new ArrayList<>();
    try (WorkerPool pool =
        new WorkerPool(
            new WorkerRegistration(
                RegisteredWorker.Kind.WINDOW,
                HostName.of(new Environment(Map.of("HOSTNAME", "host"))),
                WorkerTaskTest::noRegistry),
            _ -> {
              if (threads.size() == 1) {
                throw new IllegalStateException("for the test");
              }
              return world.context(world.stores);
            },
            JobListener.NONE,
            loop -> {
              Thread thread = WorkerTask.thread(loop);
              threads.add(thread);
              return thread;
            },
            null)) {
      JobId id = world.submit();
      pool.setCount(1);
      WorkerFixture.until(() -> world.job(id).status() == JobStatus.COMPLETED);
      assertThat(threads).hasSize(2);
    }
  }

  private static WorkerRegistry noRegistry() {
    throw new app.fragments.store.StoreUnavailableException("for the test", null);
  }
}
