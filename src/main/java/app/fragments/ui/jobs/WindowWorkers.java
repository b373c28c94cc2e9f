package app.fragments.ui.jobs;

import app.fragments.job.JobId;
import app.fragments.worker.Worker;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;

/// The workers of this window: as many as the settings say, each on a daemon thread of its own.
public final class WindowWorkers implements AutoCloseable {
  private final IntFunction<Worker> maker;
  private final List<WorkerTask> tasks = new ArrayList<>();
  private final Set<WorkerTask> outdated = new HashSet<>();
  private int wanted;
  private int started;

  /// @param maker makes the worker of that number, from 1; waits until the store is open
  public WindowWorkers(IntFunction<Worker> maker) {
    this.maker = maker;
  }

  /// Changes how many there are. New ones start at once; superfluous ones end at once where they
  /// have nothing in hand, else with their job.
  public synchronized void setCount(int count) {
    wanted = count;
    settle();
  }

  /// Has workers of the settings now in force take the place of those there are: at once where they
  /// have nothing in hand, else after their job.
  public synchronized void renew() {
    outdated.addAll(tasks);
    settle();
  }

  /// A job has ended: a superfluous or outdated worker may go now.
  public synchronized void settle() {
    for (WorkerTask task : List.copyOf(tasks)) {
      boolean mayGo = tasks.size() > wanted || outdated.contains(task);
      if (mayGo && task.jobInHand().isEmpty()) {
        tasks.remove(task);
        outdated.remove(task);
        task.stop();
      }
    }
    while (tasks.size() < wanted) {
      start();
    }
  }

  public synchronized int count() {
    return tasks.size();
  }

  /// How many look for jobs: the store has been opened for them.
  public synchronized int ready() {
    return (int) tasks.stream().filter(WorkerTask::isReady).count();
  }

  /// Whether one of them has the job in hand.
  public synchronized boolean has(JobId job) {
    return tasks.stream().anyMatch(task -> task.jobInHand().filter(job::equals).isPresent());
  }

  public synchronized int busy() {
    return (int) tasks.stream().filter(task -> task.jobInHand().isPresent()).count();
  }

  /// Has them look for a job now.
  synchronized void wake() {
    tasks.forEach(WorkerTask::wake);
  }

  /// Ends the work on a cancelled job at once, where one of them has it.
  synchronized void cancelRunning(JobId job) {
    tasks.forEach(task -> task.cancelRunning(job));
  }

  /// Ends all; the jobs they have in hand go back to the queue.
  @Override
  public synchronized void close() {
    wanted = 0;
    tasks.forEach(WorkerTask::stop);
    tasks.clear();
  }

  private void start() {
    int number = ++started;
    WorkerTask task = new WorkerTask(() -> maker.apply(number));
    tasks.add(task);
    Thread.ofPlatform().name("worker-" + number).daemon().start(task);
  }
}
