package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.job.JobService;
import app.fragments.job.JobStore;
import app.fragments.job.RegisteredWorker;
import app.fragments.journal.EntryStore;
import app.fragments.settings.DataFolder;
import app.fragments.store.StoreClock;
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

/// What the commands need of the rest of the program, made by the wiring. Nothing is opened before
/// it is asked for, so that a command starts quickly.
///
/// The methods that hand out stores open the store and throw
/// [app.fragments.store.StoreUnavailableException] where it cannot be reached.
public interface CliServices extends Diagnosis.Subject {
  EntryStore entries();

  JobStore jobs();

  JobService weave();

  /// The store's clock.
  StoreClock storeClock();

  /// New workers on the store that share the limits in the options; not started.
  ///
  /// @param name for the log and the record
  List<Worker> workers(String name, int count, WorkOptions options, JobListener listener);

  /// Tells the store that this process works on jobs, from now until it is closed.
  ///
  /// @param workers how many jobs it can run side by side
  /// @param busy how many it is running
  WorkerRegistration register(RegisteredWorker.Kind kind, IntSupplier workers, IntSupplier busy);

  /// @throws app.fragments.settings.DataFolderException where it cannot be used
  DataFolder folder();

  /// The log file of this process, or empty where nothing is logged to a file.
  Optional<Path> logFile();

  Clock clock();

  ZoneId zone();

  /// This program's version, such as "0.1.0".
  String version();

  /// How a worker is to work.
  ///
  /// @param tries how many runs of a job may fail before the job does, where the job does not say
  ///   more itself; at least 1
  /// @param timeout how long a job may take
  /// @param perUser how many jobs of one user may run at once on the store; this and the rest null
  ///   for what is configured
  /// @param callsPerMinute how many calls of Gemini the workers start in a minute, in all
  /// @param keepCompleted how long the records of completed jobs are kept
  /// @param keepFailed how long the records of failed and cancelled jobs are kept
  record WorkOptions(
      int tries,
      Duration timeout,
      @Nullable Integer perUser,
      @Nullable Integer callsPerMinute,
      @Nullable Duration keepCompleted,
      @Nullable Duration keepFailed) {

    /// With the limits that are configured.
    public static WorkOptions of(int tries, Duration timeout) {
      return new WorkOptions(tries, timeout, null, null, null, null);
    }
  }
}
