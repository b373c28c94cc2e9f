package app.fragments.cli;

import app.fragments.job.JobId;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/// The workers of this process from their start to the end of the last: drained, released, or,
/// where a thread hangs, ended by force with the whole process.
///
/// [#drain()], [#release()] and [#stuck(JobId)] may be called from any thread, more than once, and
/// return at once.
final class WorkerPoolRunner {
  /// How long released workers have to give their jobs back before the process is ended by force.
  static final Duration RELEASE_TIME = Duration.ofSeconds(10);

  private final Terminal terminal;
  private final Duration drainTime;
  private final Duration releaseTime;
  private final AtomicBoolean draining = new AtomicBoolean();
  private final AtomicBoolean releasing = new AtomicBoolean();
  private volatile List<Worker> workers = List.of();
  private volatile boolean stuck;

  /// @param jobTimeout how long a job may take
  /// @param releaseTime how long after their release workers may live
  WorkerPoolRunner(Terminal terminal, Duration jobTimeout, Duration releaseTime) {
    this.terminal = terminal;
    this.drainTime = jobTimeout.plus(WorkerSettings.STUCK_AFTER);
    this.releaseTime = releaseTime;
  }

  /// Has the workers run, each on a thread of its own, and returns when all have ended.
  ///
  /// @param run what a worker does, such as [Worker#run]
  /// @return whether they ended in good order; false where one was stuck
  boolean work(List<Worker> all, Consumer<Worker> run) throws InterruptedException {
    workers = List.copyOf(all);
    List<Thread> threads =
        workers.stream()
            .map(worker -> Thread.ofPlatform().name("worker").start(() -> run.accept(worker)))
            .toList();
    if (draining.get()) { // asked before there was anybody to ask
      workers.forEach(Worker::drain);
    }
    if (releasing.get()) {
      workers.forEach(Worker::stop);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return !stuck;
  }

  /// How many of the workers have a job.
  int busy() {
    return (int) workers.stream().filter(worker -> worker.running().isPresent()).count();
  }

  /// Takes no more jobs, and ends with those that run; releases them where they take longer than
  /// they may.
  void drain() {
    if (!draining.compareAndSet(false, true)) {
      return;
    }
    int running = busy();
    say(
        running == 0
            ? "Ending: no job runs"
            : "Ending with %s; the same signal once more gives %s back to the queue at once"
                .formatted(jobs(running), running == 1 ? "it" : "them"));
    workers.forEach(Worker::drain);
    later(drainTime, this::release);
  }

  /// Gives the jobs that run back to the queue, their runs uncounted, and ends.
  void release() {
    if (!releasing.compareAndSet(false, true)) {
      return;
    }
    say("Giving %s back to the queue".formatted(jobs(busy())));
    workers.forEach(Worker::stop);
    later(releaseTime, () -> terminal.signals().halt(ExitCode.FAILED));
  }

  /// A run does not end although it was told to: only a new process is rid of its thread.
  void stuck(JobId job) {
    stuck = true;
    say("Job " + job + " is stuck: its run does not end. This process does, with exit code 1");
    release();
  }

  private void say(String message) {
    terminal.err().println(message);
  }

  private static String jobs(int count) {
    return count == 1 ? "1 job" : count + " jobs";
  }

  /// On a thread of its own, which nobody else can keep busy and which keeps no process alive.
  private static void later(Duration delay, Runnable action) {
    Executor fresh = task -> Thread.ofPlatform().daemon().name("ending").start(task);
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, fresh)
        .execute(action);
  }
}
