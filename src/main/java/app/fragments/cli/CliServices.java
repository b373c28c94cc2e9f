package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.journal.EntryStore;
import app.fragments.settings.DataFolder;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPool.ShutdownListener;
import app.fragments.worker.WorkerPoolSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What the commands need from the rest of the program. Everything is opened on first use, so that
/// a command starts quickly.
///
/// The methods that return stores open the store, and throw
/// [app.fragments.store.StoreUnavailableException] if it cannot be reached.
public interface CliServices extends Diagnosis.Subject {
  EntryStore entries();

  JobStore jobs();

  JobService jobService();

  /// A pool without workers. Does not open the store.
  ///
  /// @param listener called on the workers' threads
  WorkerPool workerPool(
      RegisteredWorker.Kind kind,
      WorkOptions options,
      JobListener listener,
      ShutdownListener shutdown);

  /// A worker that runs on the caller's thread.
  ///
  /// @param name prefix of the worker's name in the log and in job records
  Worker worker(String name, WorkOptions options, JobListener listener);

  /// @throws app.fragments.settings.DataFolderException if it cannot be used
  DataFolder folder();

  /// The log file of this process, or empty if it has none.
  Optional<Path> logFile();

  Clock clock();

  ZoneId zone();

  /// The program's version, such as "0.1.0".
  String version();

  /// Limits for workers. Null means the configured value.
  ///
  /// @param tries how many attempts a job has, unless it asks for more; at least 1
  /// @param timeout how long a job may take
  /// @param perUser how many jobs of one user may run at once, counted over the whole store
  /// @param callsPerMinute how many Gemini calls the workers together may start per minute
  /// @param keepCompleted how long to keep the records of completed jobs
  /// @param keepFailed how long to keep the records of failed and cancelled jobs
  record WorkOptions(
      int tries,
      Duration timeout,
      @Nullable Integer perUser,
      @Nullable Integer callsPerMinute,
      @Nullable Duration keepCompleted,
      @Nullable Duration keepFailed) {

    /// With the configured limits.
    public static WorkOptions of(int tries, Duration timeout) {
      return new WorkOptions(tries, timeout, null, null, null, null);
    }

    /// @param configured replaces what is null here
    public WorkerPoolSettings limits(WorkerPoolSettings configured) {
      return new WorkerPoolSettings(
          Objects.requireNonNullElse(perUser, configured.perUser()),
          Objects.requireNonNullElse(callsPerMinute, configured.callsPerMinute()),
          new RetentionPolicy(
              Objects.requireNonNullElse(keepCompleted, configured.retention().completed()),
              Objects.requireNonNullElse(keepFailed, configured.retention().failed())));
    }
  }
}
