package app.fragments.torture;

import app.fragments.store.mongo.MongoStores;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Carries out one kill on one child.
final class KillExecution {
  private static final Duration BOUND = Duration.ofSeconds(120);
  private static final Duration RESCUE_MARGIN = Duration.ofSeconds(8);
  private static final int MOST_STOPS = 8;

  private final Kill kill;
  private final Child child;
  private final Ledger ledger;
  private final Tally tally;
  private final MongoStores stores;
  private final Duration leaseTime;

  KillExecution(
      Kill kill, Child child, Ledger ledger, Tally tally, MongoStores stores, Duration leaseTime) {
    this.kill = kill;
    this.child = child;
    this.ledger = ledger;
    this.tally = tally;
    this.stores = stores;
    this.leaseTime = leaseTime;
  }

  /// @return false if it was not possible, because a worker between two jobs has nothing to release
  boolean carriedOut() throws InterruptedException {
    return switch (kill.signal()) {
      case KILL -> kill();
      case STOP -> stop();
      case TERM -> terminate();
    };
  }

  private boolean kill() throws InterruptedException {
    if (kill.point() == KillPoint.RELEASED) {
      awaitRun();
      child.terminate();
    }
    if (!awaitMoment()) {
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

  private String markOf(ChildEvent held) {
    return Audit.mark(stores, stores.jobs().find(held.job()).orElseThrow());
  }

  private boolean stop() throws InterruptedException {
    awaitMoment();
    ChildEvent held = child.held();
    long at = System.nanoTime();
    child.stop();
    boolean inHand = ledger.struck(child, at);
    if (held != null) {
      awaitRescue(held);
    } else {
      LockSupport.parkNanos(leaseTime.plusSeconds(1).toNanos());
    }
    child.resume();
    child.go();
    if (inHand) {
      tally.require(
          ledger.await(() -> child.isGone() || ledger.isOver(child), BOUND),
          () -> child + " did not go on after it was continued");
    }
    if (held != null) {
      tally.require(
          ledger.isRefused(held.job(), held.fencingToken()),
          () -> "A late write of " + held.job() + " was not refused");
    }
    tally.count(kill, inHand);
    end();
    return true;
  }

  /// Waits until another worker takes over the job of a suspended one. On the built-in store, a
  /// process suspended during a commit keeps the file locked for all others, so it is resumed
  /// briefly.
  private void awaitRescue(ChildEvent held) throws InterruptedException {
    Duration atMost = leaseTime.plus(RESCUE_MARGIN);
    for (int stops = 1; stops <= MOST_STOPS; stops++) {
      if (ledger.await(() -> ledger.passedOn(held.job(), held.fencingToken()), atMost)) {
        return;
      }
      tally.letGoOn();
      child.resume();
      LockSupport.parkNanos(Duration.ofMillis(37).toNanos());
      child.stop();
    }
    tally.require(false, () -> held.job() + " was not rescued from a stopped process");
  }

  private boolean terminate() throws InterruptedException {
    awaitRun();
    boolean inHand = ledger.isBusy(child);
    end();
    tally.require(!ledger.isBusy(child), () -> child + " ended in good order with a job in hand");
    tally.count(kill, inHand);
    return true;
  }

  private void end() throws InterruptedException {
    child.terminate();
    tally.require(child.awaitEnd(BOUND), () -> child + " did not heed SIGTERM");
  }

  private void awaitRun() throws InterruptedException {
    tally.require(
        ledger.await(() -> child.isGone() || ledger.isBusy(child), BOUND) && !child.isGone(),
        () -> child + " took no job");
  }

  /// @return false if the child exited before it reached the point
  private boolean awaitMoment() throws InterruptedException {
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
}
