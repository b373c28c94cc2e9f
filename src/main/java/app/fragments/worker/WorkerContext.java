package app.fragments.worker;

import app.fragments.generator.GeneratorResolver;
import java.util.Random;
import java.util.random.RandomGenerator;

/// Shared by the workers of a process: ports, settings, and the state that makes them take turns.
public final class WorkerContext {
  private final WorkerStores stores;
  private final GeneratorResolver generators;
  private final ReportChecker checker;
  private final JobListener listener;
  private final WorkerSettings settings;
  private final WorkerPoolSettings limits;
  private final Ticker ticker;
  private final RandomGenerator random;
  private final RateLimiter rateLimiter;
  private final ReportSaver reportSaver;
  private final Reconciler reconciler;
  private final IdlePoller idlePoller = new IdlePoller();
  private final IdlePoller outagePoller = new IdlePoller();

  /// @param listener called on the workers' threads; what it throws is logged
  /// @param ticker measures elapsed time
  /// @param random draws the delays between attempts; called from all workers' threads
  public WorkerContext(
      WorkerStores stores,
      GeneratorResolver generators,
      ReportChecker checker,
      JobListener listener,
      WorkerSettings settings,
      WorkerPoolSettings limits,
      Ticker ticker,
      RandomGenerator random) {
    this.stores = stores;
    this.generators = generators;
    this.checker = checker;
    this.listener = new SafeListener(listener);
    this.settings = settings;
    this.limits = limits;
    this.ticker = ticker;
    this.random = random;
    this.rateLimiter = new RateLimiter(limits.callsPerMinute(), ticker);
    this.reportSaver = new ReportSaver(stores, ticker);
    this.reconciler = new Reconciler(stores, limits.retention(), ticker);
  }

  /// With the system's ticker and random numbers.
  public WorkerContext(
      WorkerStores stores,
      GeneratorResolver generators,
      ReportChecker checker,
      JobListener listener,
      WorkerSettings settings,
      WorkerPoolSettings limits) {
    this(stores, generators, checker, listener, settings, limits, Ticker.SYSTEM, new Random());
  }

  WorkerStores stores() {
    return stores;
  }

  GeneratorResolver generators() {
    return generators;
  }

  ReportChecker checker() {
    return checker;
  }

  JobListener listener() {
    return listener;
  }

  WorkerSettings settings() {
    return settings;
  }

  WorkerPoolSettings limits() {
    return limits;
  }

  Ticker ticker() {
    return ticker;
  }

  RandomGenerator random() {
    return random;
  }

  RateLimiter rateLimiter() {
    return rateLimiter;
  }

  ReportSaver reportSaver() {
    return reportSaver;
  }

  Reconciler reconciler() {
    return reconciler;
  }

  /// Lets one idle worker poll the queue for all.
  IdlePoller idlePoller() {
    return idlePoller;
  }

  /// Lets one worker retry for all while the store is unavailable.
  IdlePoller outagePoller() {
    return outagePoller;
  }

  Backoff storeBackoff() {
    return new Backoff(settings.storeRetry(), WorkerSettings.MAX_STORE_RETRY, random);
  }
}
