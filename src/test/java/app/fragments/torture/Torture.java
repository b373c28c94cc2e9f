package app.fragments.torture;

import app.fragments.generator.gemini.FakeAnswer;
import app.fragments.generator.gemini.FakeGemini;
import app.fragments.journal.StoreException;
import app.fragments.mongo.Stores;
import app.fragments.torture.Kill.Signal;
import app.fragments.weave.WeaveService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;

/// Lets workers in processes of their own work on one store, kills them one after the other, and
/// has others finish what is left.
final class Torture implements AutoCloseable {
  private static final int SLOTS = 4;
  private static final int MOST_STOPPED = 2;
  private static final int MOST_STOPS = 8;
  private static final int BACKLOG = 8;
  private static final Duration PER_PIECE = Duration.ofMillis(20);
  private static final Duration BOUND = Duration.ofSeconds(120);

  private final ChildOptions options;
  private final Path log;
  private final Ledger ledger = new Ledger();
  private final Tally tally = new Tally();
  private final FakeGemini gemini = FakeGemini.start();
  private final Stores stores;
  private final Semaphore mayStop = new Semaphore(MOST_STOPPED);
  private volatile boolean feeding = true;

  /// @param store as in [ChildOptions]
  /// @param log takes what the children say on standard error
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

  Stores stores() {
    return stores;
  }

  Ledger ledger() {
    return ledger;
  }

  Tally tally() {
    return tally;
  }

  /// Carries the plan out, and waits until all that was submitted has ended.
  void run(List<Kill> plan) throws InterruptedException, ExecutionException {
    Deque<Kill> waiting = new ArrayDeque<>(plan);
    try (ExecutorService threads = Executors.newFixedThreadPool(SLOTS + 1)) {
      Future<?> feeder = threads.submit(this::feed);
      List<Future<?>> slots = new ArrayList<>();
      for (int i = 0; i < SLOTS; i++) {
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

  /// Always a few jobs more than there are workers.
  private void feed() {
    Work work =
        new Work(
            stores.entries(),
            new WeaveService(stores.jobs(), stores.queue(), stores.clock(), 1),
            "P");
    while (feeding) {
      try {
        if (stores.queue().depth().waiting() < BACKLOG) {
          ledger.acknowledged(work.submit());
          continue;
        }
      } catch (StoreException e) {
        tally.storeAway(); // not acknowledged
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  private Void carryOut(Deque<Kill> waiting) throws InterruptedException {
    while (true) {
      Kill kill;
      synchronized (waiting) {
        kill = waiting.poll();
      }
      if (kill == null) {
        return null;
      }
      while (!carriedOut(kill)) {
        tally.missed();
      }
    }
  }

  /// @return whether it could be: a worker between two jobs has nothing to release
  private boolean carriedOut(Kill kill) throws InterruptedException {
    Class<?> main = kill.point() == KillPoint.SUBMITTED ? SubmitChild.class : WorkerChild.class;
    ChildOptions told = options.heldAt(kill.point(), kill.arrival()).draining(kill.drains());
    if (kill.signal() == Signal.STOP) {
      mayStop.acquire();
    }
    try (Child child = Child.start(main, told, ledger, log)) {
      return switch (kill.signal()) {
        case KILL -> kill(child, kill);
        case STOP -> stop(child, kill);
        case TERM -> terminate(child, kill);
      };
    } finally {
      if (kill.signal() == Signal.STOP) {
        mayStop.release();
      }
    }
  }

  private boolean kill(Child child, Kill kill) throws InterruptedException {
    if (kill.point() == KillPoint.RELEASED) {
      awaitRun(child);
      child.terminate();
    }
    if (!awaitMoment(child, kill)) {
      return false;
    }
    if (kill.point() != null && kill.point().isPaid()) {
      ledger.paid(markOf(child.held()));
    }
    long at = System.nanoTime();
    child.kill();
    tally.count(kill, ledger.struck(child, at));
    return true;
  }

  private String markOf(Notice held) {
    return Audit.mark(stores, stores.jobs().find(held.job()).orElseThrow());
  }

  private boolean stop(Child child, Kill kill) throws InterruptedException {
    awaitMoment(child, kill);
    Notice held = child.held();
    long at = System.nanoTime();
    child.stop();
    boolean inHand = ledger.struck(child, at);
    if (held != null) {
      awaitRescue(child, held);
    } else {
      LockSupport.parkNanos(options.leaseTime().plusSeconds(1).toNanos());
    }
    child.resume();
    child.go();
    if (inHand) {
      tally.require(
          ledger.await(() -> child.isGone() || endedRun(child), BOUND),
          () -> child + " did not go on after it was continued");
    }
    if (held != null) {
      tally.require(
          ledger.isRefused(held.job(), held.fence()),
          () -> "A late write of " + held.job() + " was not refused");
    }
    tally.count(kill, inHand);
    end(child);
    return true;
  }

  /// Another worker takes the job of a stopped one. On the built-in store a process that is stopped
  /// in the middle of a commit keeps the file from all others: it is let go on for a moment.
  private void awaitRescue(Child child, Notice held) throws InterruptedException {
    Duration atMost = options.leaseTime().plusSeconds(8);
    for (int stops = 1; stops <= MOST_STOPS; stops++) {
      if (ledger.await(() -> ledger.passedOn(held.job(), held.fence()), atMost)) {
        return;
      }
      tally.blocked();
      child.resume();
      LockSupport.parkNanos(Duration.ofMillis(37).toNanos());
      child.stop();
    }
    tally.require(false, () -> held.job() + " was not rescued from a stopped process");
  }

  /// Whether the run that a child had when it was stopped has ended.
  private boolean endedRun(Child child) {
    return ledger.inHand(child).filter(run -> run.struckAt != 0).isEmpty();
  }

  private boolean terminate(Child child, Kill kill) throws InterruptedException {
    awaitRun(child);
    boolean inHand = ledger.inHand(child).isPresent();
    end(child);
    tally.require(
        ledger.inHand(child).isEmpty(), () -> child + " ended in good order with a job in hand");
    tally.count(kill, inHand);
    return true;
  }

  private void end(Child child) throws InterruptedException {
    child.terminate();
    tally.require(child.awaitEnd(BOUND), () -> child + " did not heed SIGTERM");
  }

  private void awaitRun(Child child) throws InterruptedException {
    tally.require(
        ledger.await(() -> child.isGone() || ledger.inHand(child).isPresent(), BOUND)
            && !child.isGone(),
        () -> child + " took no job");
  }

  /// @return false where it went without having come to the point
  private boolean awaitMoment(Child child, Kill kill) throws InterruptedException {
    if (kill.point() != null) {
      boolean came = ledger.await(() -> child.held() != null || child.isGone(), BOUND);
      tally.require(came, () -> child + " did not come to: " + kill.label());
      return child.held() != null;
    }
    if (!kill.early()) {
      tally.require(
          ledger.await(() -> child.isReady() || child.isGone(), BOUND) && !child.isGone(),
          () -> child + " did not open the store");
    }
    LockSupport.parkNanos(kill.after().toNanos());
    return true;
  }

  /// Nobody is killed any more: all there is comes to its end.
  private void finish() throws InterruptedException {
    List<Child> finishers = new ArrayList<>();
    try {
      for (int i = 0; i < SLOTS - 1; i++) {
        finishers.add(Child.start(WorkerChild.class, options, ledger, log));
      }
      long end = System.nanoTime() + BOUND.toNanos();
      while (!Audit.isSettled(stores) && System.nanoTime() - end < 0) {
        LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
      }
      for (Child finisher : finishers) {
        end(finisher);
      }
    } finally {
      finishers.forEach(Child::close);
    }
  }

  @Override
  public void close() {
    stores.close();
    gemini.close();
  }
}
