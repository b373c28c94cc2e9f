package app.fragments.worker;

import java.time.Duration;

/// Watches that a run gets on from step to step. One whose step takes longer than any should is
/// stuck, whatever its thread is doing; what it waits for at the store's side counts as a step each
/// time it is tried.
final class RunWatchdog {
  private final Ticker ticker;
  private final Duration longestStep;
  private volatile long steppedAt;

  RunWatchdog(WorkerContext context) {
    this.ticker = context.ticker();
    this.longestStep = context.settings().jobTimeout().plus(WorkerSettings.STUCK_AFTER);
    step();
  }

  /// The run gets on.
  void step() {
    steppedAt = ticker.nanos();
  }

  boolean isStuck() {
    return ticker.nanos() - steppedAt > longestStep.toNanos();
  }
}
