package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.http.JsonFields;
import app.fragments.job.JobId;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.RetentionPolicy;
import app.fragments.job.RunSummary;
import app.fragments.worker.JobListener;
import app.fragments.worker.WorkerPool;
import app.fragments.worker.WorkerPoolSettings;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

@CommandLine.Command(description = "Run queued jobs until Ctrl+C or a signal.")
final class WorkCommand extends Command {
  private static final int MAX_DAYS = 36_500;

  @Option(names = "--workers", paramLabel = "N", description = "Jobs to run at once; default 2.")
  private int workers = 2;

  @Option(names = "--stop-when-empty", description = "Stop when no job waits or runs.")
  private boolean stopWhenEmpty;

  @Option(names = "--tries", paramLabel = "N", description = "Attempts per job; default 1.")
  private int tries = 1;

  @Option(
      names = "--timeout",
      paramLabel = "S",
      description = "Seconds a job may take; default 200.")
  private int timeout = 200;

  @Option(
      names = "--per-user",
      paramLabel = "N",
      description = "Jobs of one user at once, on the whole store; default from Settings.")
  private @Nullable Integer perUser;

  @Option(
      names = "--calls-per-minute",
      paramLabel = "N",
      description = "Gemini calls of this process per minute; default from Settings.")
  private @Nullable Integer callsPerMinute;

  @Option(
      names = "--keep-completed",
      paramLabel = "DAYS",
      description = "Days to keep records of completed jobs; default from Settings. Reports stay.")
  private @Nullable Integer keepCompleted;

  @Option(
      names = "--keep-failed",
      paramLabel = "DAYS",
      description = "Days to keep records of failed and cancelled jobs; default from Settings.")
  private @Nullable Integer keepFailed;

  @Override
  public Integer call() throws InterruptedException {
    check();
    requireGenerator();
    WorkOptions options = new WorkOptions(tries, Duration.ofSeconds(timeout), limits());
    RunReporter report = new RunReporter();
    services.queue().depth(); // fail now if the store is unreachable
    terminal.say("Working on " + services.storeDescription() + "; press Ctrl+C to stop");
    boolean orderly;
    try (WorkerPool pool =
            services.workerPool(
                RegisteredWorker.Kind.WORK, options, report, new ShutdownMessages(terminal));
        var _ = terminal.signals().onEnd(pool::drain, pool::release)) {
      if (stopWhenEmpty) {
        pool.runUntilEmpty(workers);
      } else {
        pool.setCount(workers);
      }
      orderly = pool.awaitEnd();
    }
    int runs = report.ended.get();
    if (json) {
      terminal.printJson(new JsonFields().add("worked", runs));
    } else {
      terminal.say("Worked on " + runs + (runs == 1 ? " job" : " jobs"));
    }
    return orderly ? DONE : FAILED;
  }

  private void check() {
    rejectIf(
        Stream.of(tries, timeout, perUser, callsPerMinute)
            .anyMatch(number -> number != null && number < 1),
        "--tries, --timeout, --per-user and --calls-per-minute must be at least 1");
    rejectIf(
        Stream.of(keepCompleted, keepFailed)
            .anyMatch(days -> days != null && (days < 1 || days > MAX_DAYS)),
        "--keep-completed and --keep-failed must be from 1 to " + MAX_DAYS);
    rejectIf(workers < 1 || workers > MAX_WORKERS, "--workers must be from 1 to " + MAX_WORKERS);
  }

  private WorkerPoolSettings limits() {
    WorkerPoolSettings configured = services.workerLimits();
    RetentionPolicy retention = configured.retention();
    return new WorkerPoolSettings(
        Objects.requireNonNullElse(perUser, configured.perUser()),
        Objects.requireNonNullElse(callsPerMinute, configured.callsPerMinute()),
        new RetentionPolicy(
            keepCompleted == null ? retention.completed() : Duration.ofDays(keepCompleted),
            keepFailed == null ? retention.failed() : Duration.ofDays(keepFailed)));
  }

  /// Reports each run on standard error: as text, or as one line of JSON when it has ended.
  private final class RunReporter implements JobListener {
    private final AtomicInteger ended = new AtomicInteger();

    @Override
    public void started(JobId job) {
      if (!json) {
        terminal.say("Job " + job + ": started");
      }
    }

    @Override
    public void ended(JobId job) {
      ended.incrementAndGet();
    }

    @Override
    public void runFinished(RunSummary run) {
      String failure = run.failure() == null ? "" : ": " + run.failure();
      terminal.say(
          json
              ? json(run).toString()
              : "Job %s: %s after %,d ms%s"
                  .formatted(run.jobId(), run.result().wire(), run.ran().toMillis(), failure));
    }

    private JsonFields json(RunSummary run) {
      return new JsonFields()
          .add("time", services.clock().instant())
          .add("job_id", run.jobId())
          .add("worker", run.worker())
          .add("result", run.result().wire())
          .add("error_kind", run.failure())
          .add("waited_ms", run.waited().toMillis())
          .add("ran_ms", run.ran().toMillis())
          .add("attempts", run.attempts())
          .add("rescues", run.recoveries())
          .add("fence", run.fencingToken());
    }
  }
}
