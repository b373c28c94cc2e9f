package app.fragments.worker;

import app.fragments.generator.GeneratorResolver;
import java.util.Random;
import java.util.random.RandomGenerator;

/// What a worker needs of its surroundings; workers of one process may share it.
///
/// @param stores where jobs, entries and reports are
/// @param generators who answers
/// @param checker what an answer goes through before it is a report
/// @param listener hears of the runs, on the workers' threads
/// @param settings how long things take
/// @param crew what the workers of the process share
/// @param ticker measures how long they took
/// @param random draws the waits between tries; called from every worker's thread
public record WorkerContext(
    WorkerStores stores,
    GeneratorResolver generators,
    ReportChecker checker,
    JobListener listener,
    WorkerSettings settings,
    WorkerPool crew,
    Ticker ticker,
    RandomGenerator random) {

  /// The same with another listener.
  public WorkerContext withListener(JobListener other) {
    return new WorkerContext(stores, generators, checker, other, settings, crew, ticker, random);
  }

  Backoff storeBackoff() {
    return new Backoff(settings.storeRetry(), WorkerSettings.LONGEST_STORE_RETRY, random);
  }

  /// With the system's ticker and random.
  public WorkerContext(
      WorkerStores stores,
      GeneratorResolver generators,
      ReportChecker checker,
      JobListener listener,
      WorkerSettings settings,
      WorkerPool crew) {
    this(stores, generators, checker, listener, settings, crew, Ticker.SYSTEM, new Random());
  }
}
