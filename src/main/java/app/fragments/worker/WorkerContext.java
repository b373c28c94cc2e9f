package app.fragments.worker;

import app.fragments.generator.GeneratorResolver;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Shared by the workers of a process: ports, settings, and the state that makes them take turns.
public final class WorkerContext {
  final WorkerStores stores;
  final GeneratorResolver generators;
  final ReportChecker checker;
  final JobListener listener;
  final WorkerSettings settings;
  final WorkerPoolSettings limits;
  final MonotonicClock monotonic;
  final RandomGenerator random;
  final RateLimiter rateLimiter;
  final ReportSaver reportSaver;
  final Reconciler reconciler;
  final Backoff jobBackoff;
  final Backoff storeBackoff;

  /// Lets one idle worker poll the queue for all.
  final IdlePoller idlePoller = new IdlePoller();

  /// Lets one worker retry for all while the store is unavailable.
  final IdlePoller outagePoller = new IdlePoller();

  /// @param listener called on the workers' threads; what it throws is logged
  /// @param monotonic measures elapsed time
  /// @param random draws the delays between attempts; called from all workers' threads
  public WorkerContext(
      WorkerStores stores,
      GeneratorResolver generators,
      ReportChecker checker,
      JobListener listener,
      WorkerSettings settings,
      WorkerPoolSettings limits,
      MonotonicClock monotonic,
      RandomGenerator random) {
    this.stores = stores;
    this.generators = generators;
    this.checker = checker;
    this.listener = new SafeListener(listener);
    this.settings = settings;
    this.limits = limits;
    this.monotonic = monotonic;
    this.random = random;
    this.rateLimiter = new RateLimiter(limits.callsPerMinute(), monotonic);
    this.reportSaver = new ReportSaver(stores, monotonic);
    this.reconciler = new Reconciler(stores, limits.retention(), monotonic);
    this.jobBackoff = new Backoff(settings.retryBase(), Backoff.JOB_CAP, random);
    this.storeBackoff = new Backoff(settings.storeRetry(), WorkerSettings.MAX_STORE_RETRY, random);
  }

  /// With the system's clock and random numbers.
  public WorkerContext(
      WorkerStores stores,
      GeneratorResolver generators,
      ReportChecker checker,
      JobListener listener,
      WorkerSettings settings,
      WorkerPoolSettings limits) {
    this(
        stores,
        generators,
        checker,
        listener,
        settings,
        limits,
        MonotonicClock.SYSTEM,
        new Random());
  }
}
