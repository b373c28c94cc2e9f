package app.fragments.cli;

import app.fragments.diagnostics.QueueHealthCheck;
import app.fragments.http.ApiServices;
import app.fragments.job.Failure;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.DataFolder;
import app.fragments.worker.JobListener;
import app.fragments.worker.ShutdownListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPoolSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/// What the commands need from the rest of the program. Everything is opened on first use, so that
/// a command starts quickly. The methods that return stores open the store, and throw
/// [app.fragments.store.StoreUnavailableException] if it cannot be reached.
public interface CliServices extends ApiServices {
  JobStore jobs();

  /// A pool without workers. Does not open the store.
  ///
  /// @param listener called on the workers' threads
  WorkerPool workerPool(
      RegisteredWorker.Kind kind,
      WorkOptions options,
      JobListener listener,
      ShutdownListener shutdown);

  /// A worker that runs on the caller's thread.
  Worker worker(WorkOptions options, JobListener listener);

  /// Where the store is, for display; never with a password. Does not open it.
  String storeDescription();

  /// Checks that the store can be reached and is sound.
  ///
  /// @return a description of it, such as "MongoDB 8.0.4, 2,540 entries, 3 ms"
  /// @throws app.fragments.store.StoreException if not
  String checkStore();

  QueueHealthCheck healthCheck();

  /// Asks Gemini for its model with the current key, sending no text. Takes seconds.
  ///
  /// @return why Gemini cannot be used, or empty if it can
  Optional<Failure> testKey();

  /// @throws app.fragments.settings.DataFolderException if it cannot be used
  DataFolder folder();

  Optional<Path> logFile();

  /// The clock, in the user's time zone.
  Clock clock();

  @Override
  default LocalDate today() {
    return LocalDate.now(clock());
  }

  String version();

  WorkerPoolSettings workerLimits();

  /// How workers run jobs.
  ///
  /// @param tries how many attempts a job has, unless it asks for more; at least 1
  /// @param timeout how long a job may take
  record WorkOptions(int tries, Duration timeout, WorkerPoolSettings limits) {}
}
