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

/// Runs worker processes on one store, kills them one by one, and lets survivors finish the
/// remaining jobs.
final class Torture implements AutoCloseable {
  private static final int SLOTS = 4;
  private static final int MAX_SUSPENDED = 2;
  private static final int MAX_MISSES = 20;
  private static final int BACKLOG = 12;
  private static final Duration CHUNK_DELAY = Duration.ofMillis(20);
  private static final Duration TIMEOUT = Duration.ofSeconds(120);

  private final ChildOptions options;
  private final Path log;
  private final Ledger ledger = new Ledger();
  private final Tally tally = new Tally();
  private final FakeGemini gemini = FakeGemini.start();
  private final MongoStores stores;
  private final Semaphore suspensions = new Semaphore(MAX_SUSPENDED);
  private final List<Child> survivors = new CopyOnWriteArrayList<>();
  private volatile boolean feeding = true;

  /// @param log receives the children's standard error
  Torture(String store, Duration leaseTime, Path log) {
    gemini.answer(
        (request, wire) -> {
          String marker = Work.marker(request.prompt());
          ledger.called(marker);
          FakeAnswer answer =
              Work.isRefused(marker)
                  ? FakeAnswer.blockedPrompt("SAFETY")
                  : FakeAnswer.report(CHUNK_DELAY);
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

  /// Executes the plan, then waits until all submitted jobs have ended.
  ///
  /// @param survivorCount how many worker processes run throughout and are never killed
  void run(List<Kill> plan, int survivorCount) throws InterruptedException, ExecutionException {
    for (int i = 0; i < survivorCount; i++) {
      survivors.add(Child.start(WorkerChild.class, options, ledger, log));
    }
    Deque<Kill> waiting = new ArrayDeque<>(plan);
    try (ExecutorService threads = Executors.newFixedThreadPool(SLOTS + 1)) {
      Future<?> feeder = threads.submit(this::feed);
      List<Future<?>> slots = new ArrayList<>();
      for (int i = survivorCount; i < SLOTS; i++) {
        slots.add(threads.submit(() -> execute(waiting)));
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

  /// Keeps more jobs waiting than there are workers.
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
        tally.unacknowledged();
      }
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
  }

  /// Executes kills until none are left, then fills the slot with a survivor.
  private Void execute(Deque<Kill> waiting) throws InterruptedException {
    while (true) {
      Kill kill;
      synchronized (waiting) {
        kill = waiting.poll();
      }
      if (kill == null) {
        survivors.add(Child.start(WorkerChild.class, options, ledger, log));
        return null;
      }
      int misses = 0;
      while (misses < MAX_MISSES && !execute(kill)) {
        misses++;
        tally.missed();
      }
    }
  }

  /// @return false if the child exited before the kill, so that it must be repeated
  private boolean execute(Kill kill) throws InterruptedException {
    Class<?> main = kill.point() == KillPoint.SUBMITTED ? SubmitChild.class : WorkerChild.class;
    ChildOptions childOptions =
        options.heldAt(kill.point(), kill.occurrence()).draining(kill.drains());
    if (kill.signal() == Signal.STOP) {
      acquireSuspension();
    }
    try (Child child = Child.start(main, childOptions, ledger, log)) {
      return new KillExecution(kill, child, ledger, tally, stores, options.leaseTime()).execute();
    } finally {
      if (kill.signal() == Signal.STOP) {
        suspensions.release();
      }
    }
  }

  /// Waits until another process may be suspended. Meanwhile a substitute worker fills the slot, so
  /// that somebody is left to take over the jobs of suspended processes.
  private void acquireSuspension() throws InterruptedException {
    if (suspensions.tryAcquire()) {
      return;
    }
    try (Child substitute = Child.start(WorkerChild.class, options, ledger, log)) {
      suspensions.acquire();
      shutDown(substitute);
    }
  }

  private void shutDown(Child child) throws InterruptedException {
    child.terminate();
    tally.require(child.awaitExit(TIMEOUT), () -> child + " did not react to SIGTERM");
  }

  /// Waits for all jobs to end, without further kills.
  private void finish() throws InterruptedException {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!Audit.isSettled(stores) && System.nanoTime() - end < 0) {
      LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
    }
    for (Child survivor : survivors) {
      shutDown(survivor);
    }
  }

  @Override
  public void close() {
    survivors.forEach(Child::close);
    stores.close();
    gemini.close();
  }
}
