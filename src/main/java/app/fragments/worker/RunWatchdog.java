package app.fragments.worker;

import java.time.Duration;

/// Detects a run that makes no progress: a step takes longer than allowed. Each attempt to reach
/// the store counts as a step.
final class RunWatchdog {
  private final Ticker ticker;
  private final Duration maxStep;
  private volatile long steppedAt;

  RunWatchdog(WorkerContext context) {
    this.ticker = context.ticker();
    this.maxStep = context.settings().jobTimeout().plus(WorkerSettings.STUCK_AFTER);
    step();
  }

  /// Records progress of the run.
  void step() {
    steppedAt = ticker.nanos();
  }

  boolean isStuck() {
    return ticker.nanos() - steppedAt > maxStep.toNanos();
  }
}
