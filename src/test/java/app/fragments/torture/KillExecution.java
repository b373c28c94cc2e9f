package app.fragments.torture;

import app.fragments.store.mongo.MongoStores;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// Carries out one kill on one child.
final class KillExecution {
  private static final Duration TIMEOUT = Duration.ofSeconds(120);
  private static final Duration RECOVERY_MARGIN = Duration.ofSeconds(8);
  private static final int MAX_STOPS = 8;

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

  /// @return false if the child exited before the kill, so that it must be repeated
  boolean execute() throws InterruptedException {
    return switch (kill.signal()) {
      case KILL -> kill();
      case STOP -> stop();
      case TERM -> terminate();
    };
  }

  private boolean kill() throws InterruptedException {
    if (kill.point() == KillPoint.RELEASED) {
      awaitClaim();
      child.terminate();
    }
    if (!awaitKillPoint()) {
      return false;
    }
    if (kill.point() != null && kill.point().hasStoredAnswer()) {
      ledger.answerStored(markerOf(child.held()));
    }
    long at = System.nanoTime();
    child.kill();
    tally.count(kill, ledger.recordInterruption(child, at));
    return true;
  }

  private String markerOf(ChildEvent held) {
    return Audit.marker(stores, stores.jobs().find(held.job()).orElseThrow());
  }

  private boolean stop() throws InterruptedException {
    awaitKillPoint();
    ChildEvent held = child.held();
    long at = System.nanoTime();
    child.stop();
    boolean busy = ledger.recordInterruption(child, at);
    if (held != null) {
      awaitRecovery(held);
    } else {
      LockSupport.parkNanos(leaseTime.plusSeconds(1).toNanos());
    }
    child.resume();
    child.go();
    if (busy) {
      tally.require(
          ledger.await(() -> child.isGone() || ledger.hasFinished(child), TIMEOUT),
          () -> child + " did not finish its run after SIGCONT");
    }
    if (held != null) {
      tally.require(
          ledger.isRefused(held.job(), held.fencingToken()),
          () -> "A late write to " + held.job() + " was not refused");
    }
    tally.count(kill, busy);
    shutDown();
    return true;
  }

  /// Waits until another worker takes over the job of the suspended one. A process suspended during
  /// a commit to the built-in store keeps the file locked for all others, so resume it briefly.
  private void awaitRecovery(ChildEvent held) throws InterruptedException {
    Duration timeout = leaseTime.plus(RECOVERY_MARGIN);
    for (int stops = 1; stops <= MAX_STOPS; stops++) {
      if (ledger.await(() -> ledger.wasTakenOver(held.job(), held.fencingToken()), timeout)) {
        return;
      }
      tally.resumedBriefly();
      child.resume();
      LockSupport.parkNanos(Duration.ofMillis(37).toNanos());
      child.stop();
    }
    tally.require(false, () -> held.job() + " was not recovered from a suspended process");
  }

  private boolean terminate() throws InterruptedException {
    awaitClaim();
    boolean busy = ledger.isBusy(child);
    shutDown();
    tally.require(!ledger.isBusy(child), () -> child + " exited normally with an unfinished job");
    tally.count(kill, busy);
    return true;
  }

  private void shutDown() throws InterruptedException {
    child.terminate();
    tally.require(child.awaitExit(TIMEOUT), () -> child + " did not react to SIGTERM");
  }

  private void awaitClaim() throws InterruptedException {
    tally.require(
        ledger.await(() -> child.isGone() || ledger.isBusy(child), TIMEOUT) && !child.isGone(),
        () -> child + " claimed no job");
  }

  /// @return false if the child exited before it reached the point
  private boolean awaitKillPoint() throws InterruptedException {
    if (kill.point() != null) {
      boolean reached = ledger.await(() -> child.held() != null || child.isGone(), TIMEOUT);
      tally.require(reached, () -> child + " did not reach: " + kill.label());
      return child.held() != null;
    }
    if (!kill.beforeReady()) {
      tally.require(
          ledger.await(() -> child.isReady() || child.isGone(), TIMEOUT) && !child.isGone(),
          () -> child + " did not open the store");
    }
    LockSupport.parkNanos(kill.after().toNanos());
    return true;
  }
}
