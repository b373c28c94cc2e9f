package app.fragments.worker;

import app.fragments.job.JobId;
import app.fragments.job.Progress;
import app.fragments.job.RunSummary;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The workers of a process: starts, drains, releases and replaces them. Each has its own thread.
///
/// Methods may be called from any thread; only [#awaitEnd] and [#close] wait.
public final class WorkerPool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerPool.class);
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

  private final WorkerRegistration registration;
  private final Function<JobListener, WorkerContext> contexts;
  private final ThreadFactory threads;
  private final @Nullable ShutdownListener shutdown;
  private final JobListener listener;
  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random());
  private final Backoff outageBackoff =
      new Backoff(Duration.ofMillis(200), WorkerSettings.MAX_STORE_RETRY, new Random());
  private final IdlePoller storeOpener = new IdlePoller();
  private final List<Slot> slots = new ArrayList<>();
  private @Nullable WorkerContext context;
  private int wanted;
  private int started;
  private int deaths;
  private boolean untilEmpty;
  private boolean ending;
  private boolean released;
  private boolean stuck;

  /// @param registration announces the pool's workers to the store
  /// @param contexts creates the context of new workers; waits until the store is open
  /// @param listener called on the workers' threads
  /// @param threads creates a worker's thread
  /// @param shutdown observes the shutdown, and makes a stuck run end the pool; null for the
  ///   window, which survives one
  public WorkerPool(
      WorkerRegistration registration,
      Function<JobListener, WorkerContext> contexts,
      JobListener listener,
      ThreadFactory threads,
      @Nullable ShutdownListener shutdown) {
    this.registration = registration;
    this.contexts = contexts;
    this.threads = threads;
    this.shutdown = shutdown;
    this.listener = new PoolListener(listener);
  }

  /// Changes the number of workers. New ones start at once; surplus ones end when they have
  /// finished their job.
  public synchronized void setCount(int count) {
    if (ending) {
      return;
    }
    registration.start(this::count, this::busy);
    wanted = count;
    List<Slot> staying = new ArrayList<>(slots.stream().filter(slot -> !slot.draining()).toList());
    staying.sort((a, b) -> Boolean.compare(b.isBusy(), a.isBusy()));
    staying.stream().skip(wanted).forEach(Slot::drain);
    fill(Duration.ZERO);
  }

  /// Starts workers that end once the queue is empty.
  public synchronized void runUntilEmpty(int count) {
    untilEmpty = true;
    setCount(count);
  }

  /// Replaces each worker by one with a new context when it has finished its job.
  public synchronized void renew() {
    context = null;
    slots.forEach(Slot::drain);
  }

  private synchronized void fill(Duration delay) {
    while (slots.size() < wanted) {
      Slot slot = new Slot(++started, delay);
      slots.add(slot);
      try {
        threads.newThread(slot).start();
      } catch (OutOfMemoryError e) { // no native thread left
        LOG.error("Cannot start a worker, retrying", e);
        slots.remove(slot);
        later(backoff.cap(), () -> fill(Duration.ZERO));
        break;
      }
    }
    registration.changed();
  }

  private void ended(Slot slot, @Nullable Throwable defect) {
    synchronized (this) {
      slots.remove(slot);
      if (defect == null) {
        if (untilEmpty && !slot.draining()) {
          wanted = 0;
          ending = true;
        }
        fill(Duration.ZERO);
      } else {
        Duration delay = backoff.delay(++deaths);
        LOG.error(
            "Worker {} died and is replaced in {}: {}",
            slot.number,
            delay,
            ExceptionSummary.describe(defect));
        fill(delay);
      }
      notifyAll();
    }
  }

  /// How many workers there are, including those that wait for the store.
  public synchronized int count() {
    return slots.size();
  }

  /// How many workers look for jobs: the store is open for them.
  public synchronized int ready() {
    return (int) slots.stream().filter(slot -> slot.worker != null).count();
  }

  /// How many workers run a job.
  public synchronized int busy() {
    return (int) slots.stream().filter(Slot::isBusy).count();
  }

  private synchronized Stream<Worker> workers() {
    return slots.stream().flatMap(slot -> Stream.ofNullable(slot.worker)).toList().stream();
  }

  /// Whether one of the workers runs the job.
  public boolean has(JobId job) {
    return workers().anyMatch(worker -> worker.running().filter(job::equals).isPresent());
  }

  /// Makes idle workers poll the queue now: a job was submitted.
  public void wake() {
    slots().forEach(slot -> slot.signal.wake());
  }

  /// Stops the run of a cancelled job at once if one of the workers runs it.
  public void cancelRunning(JobId job) {
    workers().forEach(worker -> worker.cancelRunning(job));
  }

  /// Takes no more jobs, and ends when the running ones have finished. Releases them if they exceed
  /// their time limit.
  public void drain() {
    Duration timeout;
    synchronized (this) {
      if (ending) {
        return;
      }
      end();
      timeout = context == null ? Duration.ZERO : context.settings().jobTimeout();
    }
    if (shutdown != null) {
      shutdown.draining(busy());
    }
    slots().forEach(Slot::drain);
    later(timeout.plus(WorkerSettings.STUCK_AFTER), this::release);
  }

  /// Gives the running jobs back to the queue without counting an attempt, and ends.
  public void release() {
    synchronized (this) {
      if (released) {
        return;
      }
      released = true;
      end();
    }
    if (shutdown != null) {
      shutdown.releasing(busy());
      later(shutdown.releaseTimeout(), this::reportHung);
    }
    slots().forEach(Slot::stop);
  }

  private synchronized void end() {
    ending = true;
    wanted = 0;
    notifyAll();
  }

  private synchronized List<Slot> slots() {
    return List.copyOf(slots);
  }

  private void reportHung() {
    if (shutdown != null && count() > 0) {
      shutdown.hung();
    }
  }

  private void stuck(JobId job) {
    if (shutdown != null) {
      synchronized (this) {
        stuck = true;
      }
      shutdown.stuck(job);
      release();
    }
  }

  /// Waits until the pool was drained or released or has emptied the queue, and all workers have
  /// ended.
  ///
  /// @return false if a run was stuck
  public synchronized boolean awaitEnd() throws InterruptedException {
    while (!ending || !slots.isEmpty()) {
      wait();
    }
    return !stuck;
  }

  /// Releases the workers and withdraws the registration. Waits up to two seconds for each.
  @Override
  public void close() {
    release();
    long deadline = System.nanoTime() + CLOSE_TIMEOUT.toNanos();
    synchronized (this) {
      long left;
      while (!slots.isEmpty() && (left = deadline - System.nanoTime()) > 0) {
        try {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          break;
        }
      }
    }
    registration.close();
  }

  /// Runs on its own daemon thread, which no other task can delay.
  private static void later(Duration delay, Runnable action) {
    Executor fresh = task -> Thread.ofPlatform().daemon().name("shutdown").start(task);
    CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS, fresh)
        .execute(action);
  }

  /// One worker of the pool, and the loop of its thread.
  private final class Slot implements Runnable {
    private final int number;
    private final Duration delay;
    private final StopSignal signal = new StopSignal();
    private volatile @Nullable Worker worker;

    /// @param delay how long to wait before the worker starts
    Slot(int number, Duration delay) {
      this.number = number;
      this.delay = delay;
    }

    @Override
    public void run() {
      Throwable defect = null;
      try {
        signal.pause(delay);
        WorkerContext opened = openContext();
        if (opened != null) {
          Worker made = new Worker(registration.workerName(number), opened, signal);
          worker = made;
          if (untilEmpty) {
            made.runUntilEmpty();
          } else {
            made.run();
          }
        }
      } catch (Throwable t) { // the pool replaces this worker
        defect = t;
      } finally {
        ended(this, defect);
      }
    }

    /// The context that all workers share. While the store cannot be opened, one worker retries for
    /// all.
    ///
    /// @return null if the worker ends first
    private @Nullable WorkerContext openContext() {
      try {
        for (int failures = 1; !signal.ending(); failures++) {
          boolean opens = storeOpener.isPoller(signal);
          WorkerContext shared = share(null);
          if (shared != null) {
            return shared;
          }
          if (opens) {
            try {
              return share(contexts.apply(listener));
            } catch (StoreException e) {
              LOG.debug("Cannot open the store, retrying: {}", e.toString());
            }
          }
          storeOpener.idle(signal, outageBackoff.delay(failures));
        }
        return null;
      } finally {
        storeOpener.leave(signal);
      }
    }

    void drain() {
      signal.drain();
    }

    boolean draining() {
      return signal.ending();
    }

    void stop() {
      signal.stop();
      Worker made = worker;
      if (made != null) {
        made.stop();
      }
    }

    boolean isBusy() {
      Worker made = worker;
      return made != null && made.running().isPresent();
    }
  }

  /// Returns the shared context; sets it to `made` if there is none yet.
  private synchronized @Nullable WorkerContext share(@Nullable WorkerContext made) {
    if (context == null) {
      context = made;
    }
    return context;
  }

  /// Forwards what the workers report and updates the state of the pool.
  private final class PoolListener implements JobListener {
    private final JobListener target;

    PoolListener(JobListener target) {
      this.target = target;
    }

    @Override
    public void started(JobId job) {
      registration.changed();
      target.started(job);
    }

    @Override
    public void progress(JobId job, Progress progress) {
      target.progress(job, progress);
    }

    @Override
    public void preview(JobId job, String markdownSoFar) {
      target.preview(job, markdownSoFar);
    }

    @Override
    public void ended(JobId job) {
      synchronized (WorkerPool.this) {
        deaths = 0;
      }
      registration.changed();
      target.ended(job);
    }

    @Override
    public void runFinished(RunSummary run) {
      target.runFinished(run);
    }

    @Override
    public void stuck(JobId job) {
      target.stuck(job);
      WorkerPool.this.stuck(job);
    }
  }
}
