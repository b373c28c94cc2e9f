package app.fragments.torture;

import app.fragments.generator.gemini.FakeAnswer;
import app.fragments.generator.gemini.FakeGemini;
import app.fragments.job.JobService;
import app.fragments.store.StoreException;
import app.fragments.store.mongo.MongoStores;
import app.fragments.torture.Kill.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Runs worker processes on one store, kills one after the other, and lets others finish the
/// remaining jobs.
final class Torture implements AutoCloseable {
  private static final int SLOTS = 4;
  private static final int MOST_STOPPED = 2;
  private static final int MOST_MISSES = 20;
  private static final int BACKLOG = 12;
  private static final Duration PER_PIECE = Duration.ofMillis(20);
  private static final Duration BOUND = Duration.ofSeconds(120);

  private final ChildOptions options;
  private final Path log;
  private final Ledger ledger = new Ledger();
  private final Tally tally = new Tally();
  private final FakeGemini gemini = FakeGemini.start();
  private final MongoStores stores;
  private final Semaphore mayStop = new Semaphore(MOST_STOPPED);
  private final List<Child> finishers = new CopyOnWriteArrayList<>();
  private volatile boolean feeding = true;

  /// @param store as in [ChildOptions]
  /// @param log receives the children's standard error
  Torture(String store, Duration leaseTime, Path log) {
    gemini.answer(
        (request, wire) -> {
          String mark = Work.mark(request.prompt());
          ledger.called(mark);
          FakeAnswer answer =
              Work.isRefused(mark)
                  ? FakeAnswer.blockedPrompt("SAFETY")
                  : FakeAnswer.report(PER_PIECE);
          answer.write(request, wire);
        });
    this.options = new ChildOptions(store, leaseTime, gemini.baseUrl(), null, 1, false);
    this.log = log;
    this.stores = options.open();
  }

  MongoStores stores() {
    return stores;
  }

  Ledger ledger() {
    return ledger;
  }

  Tally tally() {
    return tally;
  }

  /// Carries out the plan, then waits until all submitted jobs have ended.
  ///
  /// @param bystanders how many of the worker processes are never killed
  void run(List<Kill> plan, int bystanders) throws InterruptedException, ExecutionException {
    for (int i = 0; i < bystanders; i++) {
      finishers.add(Child.start(WorkerChild.class, options, ledger, log));
    }
    Deque<Kill> waiting = new ArrayDeque<>(plan);
    try (ExecutorService threads = Executors.newFixedThreadPool(SLOTS + 1)) {
      Future<?> feeder = threads.submit(this::feed);
      List<Future<?>> slots = new ArrayList<>();
      for (int i = bystanders; i < SLOTS; i++) {
        slots.add(threads.submit(() -> carryOut(waiting)));
      }
      try {
        for (Future<?> slot : slots) {
          slot.get();
        }
      } finally {
        feeding = false;
        synchronized (waiting) {
          waiting.clear();
        }
      }
      feeder.get();
    }
    finish();
  }

  /// Keeps a few more jobs waiting than there are workers.
  private void feed() {
    Work work =
        new Work(
            stores.entries(),
            new JobService(stores.jobs(), stores.queue(), stores.clock(), 1),
            "P");
    while (feeding) {
      try {
        for (long waiting = stores.queue().depth().waiting(); waiting < BACKLOG; waiting++) {
          ledger.acknowledged(work.submit());
        }
      } catch (StoreException e) {
        tally.storeAway(); // not acknowledged
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  /// Carries out kills until none are left, then fills the slot with a worker that survives.
  private Void carryOut(Deque<Kill> waiting) throws InterruptedException {
    while (true) {
      Kill kill;
      synchronized (waiting) {
        kill = waiting.poll();
      }
      if (kill == null) {
        finishers.add(Child.start(WorkerChild.class, options, ledger, log));
        return null;
      }
      int misses = 0;
      while (misses < MOST_MISSES && !carriedOut(kill)) {
        misses++;
        tally.missed();
      }
    }
  }

  /// @return false if it was not possible, because a worker between two jobs has nothing to release
  private boolean carriedOut(Kill kill) throws InterruptedException {
    Class<?> main = kill.point() == KillPoint.SUBMITTED ? SubmitChild.class : WorkerChild.class;
    ChildOptions told = options.heldAt(kill.point(), kill.arrival()).draining(kill.drains());
    if (kill.signal() == Signal.STOP) {
      awaitLeaveToStop();
    }
    try (Child child = Child.start(main, told, ledger, log)) {
      return new KillExecution(kill, child, ledger, tally, stores, options.leaseTime())
          .carriedOut();
    } finally {
      if (kill.signal() == Signal.STOP) {
        mayStop.release();
      }
    }
  }

  /// Waits until another process may be suspended. Meanwhile a surviving worker fills the slot:
  /// otherwise nobody might be left to take over the jobs of the suspended ones.
  private void awaitLeaveToStop() throws InterruptedException {
    if (mayStop.tryAcquire()) {
      return;
    }
    try (Child living = Child.start(WorkerChild.class, options, ledger, log)) {
      mayStop.acquire();
      end(living);
    }
  }

  private void end(Child child) throws InterruptedException {
    child.terminate();
    tally.require(child.awaitEnd(BOUND), () -> child + " did not heed SIGTERM");
  }

  /// Waits for all jobs to end, without further kills.
  private void finish() throws InterruptedException {
    long end = System.nanoTime() + BOUND.toNanos();
    while (!Audit.isSettled(stores) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    for (Child finisher : finishers) {
      end(finisher);
    }
  }

  @Override
  public void close() {
    finishers.forEach(Child::close);
    stores.close();
    gemini.close();
  }
}
