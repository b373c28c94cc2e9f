package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.http.JobJson;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobSchedule;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.Progress;
import app.fragments.job.Submission;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import app.fragments.worker.JobListener;
import app.fragments.worker.Worker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(description = "Weave entries into a report.")
final class WeaveCommand extends Command {
  private static final int POLL_MILLIS = 300;

  @Mixin private final SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--template",
      paramLabel = "T",
      defaultValue = "weekly-progress",
      description = "Kind of report; default weekly-progress.")
  private String template = "weekly-progress";

  @Option(
      names = "--wait",
      description = "Wait for the report; run the job here if no other worker does.")
  private boolean wait;

  @Option(names = "--timeout", paramLabel = "S", description = "Seconds to wait at most.")
  private @Nullable Integer timeout;

  @Option(
      names = "--priority",
      paramLabel = "P",
      description = "high, normal or low; default normal.")
  private Priority priority = Priority.NORMAL;

  @Option(
      names = "--delay",
      paramLabel = "D",
      description = "Do not start before this time from now, such as 10m or 1h30m.")
  private Duration delay = Duration.ZERO;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the report to this file.")
  private @Nullable Path out;

  @Override
  public Integer call() throws InterruptedException {
    ReportTemplate known = check();
    if (wait) {
      requireGenerator();
    }
    Selection selected = selection.select(lookup(), services.today());
    Submission submission =
        services
            .jobService()
            .submit(
                userId(), selected, known, JobOptions.DEFAULT, new JobSchedule(priority, delay));
    if (!submission.created()) {
      reportExisting(submission.jobId());
    }
    if (wait) {
      terminal.say("Job " + submission.jobId() + ": weaving " + count(selected.size()));
      return finish(await(submission.jobId()));
    }
    print(JobJson.of(submission), "Job " + submission.jobId() + ": " + Submission.MESSAGE);
    if (!json) {
      terminal.say(
          "%s; to see its progress: fragments job %s"
              .formatted(count(selected.size()), shortId(submission.jobId().value())));
    }
    return DONE;
  }

  /// @throws CommandFailedException if the job to wait for is scheduled for later
  private void reportExisting(JobId id) {
    @Nullable Job job = services.jobs().find(id).orElse(null);
    if (job == null) {
      return;
    }
    terminal.say("A job for these entries already exists. " + JobText.line(job));
    if (wait
        && job.status() == JobStatus.PENDING
        && job.notBefore() != null
        && job.notBefore().isAfter(services.clock().instant())) {
      throw new CommandFailedException(
          "It is scheduled for later. To run it now: fragments cancel %s, then weave again"
              .formatted(shortId(id.value())));
    }
  }

  private ReportTemplate check() {
    selection.check(this);
    rejectIf(
        !wait && (out != null || timeout != null),
        (out != null ? "--out" : "--timeout") + " needs --wait");
    rejectIf(timeout != null && timeout < 1, "--timeout must be at least 1 second");
    rejectIf(
        delay.isNegative() || delay.compareTo(JobSchedule.LONGEST_DELAY) > 0,
        "--delay must be between 0 and one year");
    rejectIf(wait && !delay.isZero(), "--delay and --wait cannot be combined");
    return ReportTemplate.find(template)
        .orElseThrow(
            () -> usageError("Unknown template %s; known: %s".formatted(template, templates())));
  }

  private static String templates() {
    return ReportTemplate.ALL.stream().map(ReportTemplate::id).collect(Collectors.joining(", "));
  }

  /// Waits for the job to end, and runs it in this process if no other worker does. Also returns on
  /// timeout and when the user interrupts; the job then stays in the queue.
  private Job await(JobId id) throws InterruptedException {
    Duration limit =
        timeout == null
            ? services.configuration().jobTimeout().value()
            : Duration.ofSeconds(timeout);
    ProgressLine line = new ProgressLine(terminal);
    CountDownLatch interrupted = new CountDownLatch(1);
    JobListener listener =
        new JobListener() {
          @Override
          public void progress(JobId job, Progress progress) {
            line.show(JobText.progress(progress));
          }
        };
    Worker worker = services.worker(new WorkOptions(1, limit, services.workerLimits()), listener);
    Runnable interrupt =
        () -> {
          line.end();
          terminal.say("Interrupted. The job stays in the queue: fragments job " + id);
          interrupted.countDown();
          worker.stop();
        };
    try (var _ = terminal.signals().onEnd(interrupt)) {
      long deadline = System.nanoTime() + limit.toNanos();
      Job job = record(id);
      while (!job.status().isTerminal() && interrupted.getCount() > 0) {
        if (System.nanoTime() - deadline >= 0) {
          line.end();
          terminal.say("Timed out waiting. The job continues: fragments job " + id);
          break;
        }
        if (!worker.runJob(id)) {
          boolean _ = interrupted.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        job = record(id);
        if (!job.status().isTerminal()) {
          line.show(JobText.progress(job.progress()));
        }
      }
      line.end();
      return job;
    } finally {
      worker.stop();
    }
  }

  private Job record(JobId id) {
    return services
        .jobs()
        .find(id)
        .orElseThrow(() -> new CommandFailedException("Job " + id + " was deleted"));
  }

  private int finish(Job job) {
    if (out != null && job.result() != null) {
      try {
        Files.writeString(out, job.result().markdown());
      } catch (IOException e) {
        String message = "Cannot write %s. The report is saved; to print it: fragments job %s";
        throw new CommandFailedException(message.formatted(out, job.id()), e);
      }
      terminal.say("Wrote " + out);
    }
    if (json) {
      terminal.printJson(JobJson.of(job));
    } else {
      JobText.printOutcome(job, out == null, terminal);
    }
    return job.status() == JobStatus.COMPLETED ? DONE : FAILED;
  }

  private static String count(int fragments) {
    return fragments == 1 ? "1 fragment" : "%,d fragments".formatted(fragments);
  }
}
