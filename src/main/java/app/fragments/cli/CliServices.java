package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.journal.EntryStore;
import app.fragments.settings.DataFolder;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import app.fragments.worker.WorkerRegistration;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
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

  /// New workers that share the limits in the options; not started.
  ///
  /// @param name prefix of the workers' names in the log and in job records
  List<Worker> workers(String name, int count, WorkOptions options, JobListener listener);

  /// Registers this process as a worker in the store until the registration is closed.
  ///
  /// @param workers how many jobs it can run at once
  /// @param busy how many it is running
  WorkerRegistration register(RegisteredWorker.Kind kind, IntSupplier workers, IntSupplier busy);

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
  }
}
