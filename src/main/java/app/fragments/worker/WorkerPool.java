package app.fragments.worker;

import app.fragments.job.JobId;
import app.fragments.store.ExceptionSummary;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
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
  private final ThreadFactory threadFactory;
  private final @Nullable ShutdownListener shutdown;
  private final JobListener listener;
  private final Backoff backoff =
      new Backoff(Duration.ofSeconds(1), Duration.ofMinutes(1), new Random());
  private final Backoff outageBackoff =
      new Backoff(Duration.ofMillis(200), WorkerSettings.MAX_STORE_RETRY, new Random());
  private final IdlePoller storeOpener = new IdlePoller();
  private final List<WorkerThread> threads = new ArrayList<>();
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
  /// @param threadFactory creates a worker's thread
  /// @param shutdown observes the shutdown, and makes a stuck run end the pool; null for the
  ///   window, which survives one
  public WorkerPool(
      WorkerRegistration registration,
      Function<JobListener, WorkerContext> contexts,
      JobListener listener,
      ThreadFactory threadFactory,
      @Nullable ShutdownListener shutdown) {
    this.registration = registration;
    this.contexts = contexts;
    this.threadFactory = threadFactory;
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
    threads.stream()
        .filter(thread -> !thread.signal.ending())
        .sorted(Comparator.comparing(WorkerThread::isBusy).reversed())
        .skip(wanted)
        .forEach(thread -> thread.signal.drain());
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
    threads.forEach(thread -> thread.signal.drain());
  }

  private synchronized void fill(Duration delay) {
    while (threads.size() < wanted) {
      WorkerThread thread = new WorkerThread(++started, delay);
      threads.add(thread);
      try {
        threadFactory.newThread(thread).start();
      } catch (OutOfMemoryError e) { // no native thread left
        LOG.error("Cannot start a worker, retrying", e);
        threads.remove(thread);
        later(backoff.cap(), () -> fill(Duration.ZERO));
        break;
      }
    }
    registration.changed();
  }

  private synchronized void ended(WorkerThread thread, @Nullable Throwable thrown) {
    threads.remove(thread);
    Duration delay = Duration.ZERO;
    if (thrown != null) {
      delay = backoff.delay(++deaths);
      String what = ExceptionSummary.describe(thrown);
      LOG.error("Worker {} died; replacing it in {} ms: {}", thread.number, delay.toMillis(), what);
    } else if (untilEmpty && !thread.signal.ending()) {
      end();
    }
    fill(delay);
    notifyAll();
  }

  /// How many workers there are, including those that wait for the store.
  public synchronized int count() {
    return threads.size();
  }

  /// How many workers look for jobs: the store is open for them.
  public int ready() {
    return (int) workers().count();
  }

  /// How many workers run a job.
  public synchronized int busy() {
    return (int) threads.stream().filter(WorkerThread::isBusy).count();
  }

  private Stream<Worker> workers() {
    return snapshot().stream().flatMap(thread -> Stream.ofNullable(thread.worker));
  }

  /// Whether one of the workers runs the job.
  public boolean has(JobId job) {
    return workers().anyMatch(worker -> worker.running().filter(job::equals).isPresent());
  }

  /// Makes idle workers poll the queue now: a job was submitted.
  public void wake() {
    snapshot().forEach(thread -> thread.signal.wake());
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
      timeout = context == null ? Duration.ZERO : context.settings.jobTimeout();
    }
    if (shutdown != null) {
      shutdown.draining(busy());
    }
    snapshot().forEach(thread -> thread.signal.drain());
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
    snapshot().forEach(WorkerThread::stop);
  }

  private synchronized void end() {
    ending = true;
    wanted = 0;
    notifyAll();
  }

  private synchronized List<WorkerThread> snapshot() {
    return List.copyOf(threads);
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
    while (!ending || !threads.isEmpty()) {
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
      while (!threads.isEmpty() && (left = deadline - System.nanoTime()) > 0) {
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
  private final class WorkerThread implements Runnable {
    private final int number;
    private final Duration delay;
    private final StopSignal signal = new StopSignal();
    private volatile @Nullable Worker worker;

    /// @param delay how long to wait before the worker starts
    WorkerThread(int number, Duration delay) {
      this.number = number;
      this.delay = delay;
    }

    @Override
    public void run() {
      Throwable thrown = null;
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
        thrown = t;
      } finally {
        ended(this, thrown);
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
  private final class PoolListener extends SafeListener {
    PoolListener(JobListener target) {
      super(target);
    }

    @Override
    public void started(JobId job) {
      registration.changed();
      super.started(job);
    }

    @Override
    public void ended(JobId job) {
      synchronized (WorkerPool.this) {
        deaths = 0;
      }
      registration.changed();
      super.ended(job);
    }

    @Override
    public void stuck(JobId job) {
      super.stuck(job);
      WorkerPool.this.stuck(job);
    }
  }
}
