package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
import app.fragments.http.JobJson;
import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobOptions;
import app.fragments.job.JobSchedule;
import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.job.Submission;
import app.fragments.journal.Selection;
import app.fragments.report.ReportTemplate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `weave`: submits a job, and optionally waits for its report.
@CommandLine.Command(description = "Weave entries into a report.")
final class WeaveCommand extends Command {
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
    if (json) {
      terminal.printJson(JobJson.of(submission));
    } else {
      terminal.println("Job " + submission.jobId() + ": " + Submission.MESSAGE);
      terminal.say(
          "%s; to see its progress: fragments job %s"
              .formatted(count(selected.size()), shortId(submission.jobId().value())));
    }
    return DONE;
  }

  /// @throws CommandFailedException if the command is to wait for a job that is scheduled for later
  private void reportExisting(JobId id) {
    Optional<Job> existing = services.jobs().find(id);
    existing.ifPresent(
        job -> terminal.say("A job for these entries already exists. " + JobText.line(job)));
    if (wait && existing.filter(this::isScheduledForLater).isPresent()) {
      throw new CommandFailedException(
          "It is scheduled for later. To run it now: fragments cancel %s, then weave again"
              .formatted(shortId(id.value())));
    }
  }

  private boolean isScheduledForLater(Job job) {
    return job.status() == JobStatus.PENDING
        && job.notBefore() != null
        && job.notBefore().isAfter(services.clock().instant());
  }

  private ReportTemplate check() {
    @Nullable String conflict = selection.conflict();
    if (conflict != null) {
      throw wrongUsage(conflict);
    }
    if (!wait && (out != null || timeout != null)) {
      throw wrongUsage((out != null ? "--out" : "--timeout") + " needs --wait");
    }
    if (timeout != null && timeout < 1) {
      throw wrongUsage("--timeout must be at least 1 second");
    }
    if (delay.isNegative() || delay.compareTo(JobSchedule.LONGEST_DELAY) > 0) {
      throw wrongUsage("--delay must be between 0 and one year");
    }
    if (wait && !delay.isZero()) {
      throw wrongUsage("--delay and --wait cannot be combined");
    }
    return ReportTemplate.find(template)
        .orElseThrow(
            () ->
                wrongUsage(
                    "Unknown template %s; known: %s"
                        .formatted(
                            template,
                            ReportTemplate.ALL.stream()
                                .map(ReportTemplate::id)
                                .collect(Collectors.joining(", ")))));
  }

  private Job await(JobId id) throws InterruptedException {
    Duration limit =
        timeout == null
            ? services.configuration().jobTimeout().value()
            : Duration.ofSeconds(timeout);
    return new JobWaiter(services, terminal)
        .await(id, new WorkOptions(1, limit, services.workerLimits()));
  }

  private int finish(Job job) {
    if (out != null && job.completion() != null) {
      write(out, job.completion().markdown(), job.id());
    }
    if (json) {
      terminal.printJson(JobJson.of(job));
    } else {
      new JobText(terminal).printOutcome(job, out == null);
    }
    return job.status() == JobStatus.COMPLETED ? DONE : FAILED;
  }

  private void write(Path file, String markdown, JobId id) {
    try {
      Files.writeString(file, markdown);
      terminal.say("Wrote " + file);
    } catch (IOException e) {
      throw new CommandFailedException(
          "Cannot write %s. The report is saved; to print it: fragments job %s".formatted(file, id),
          e);
    }
  }

  private static String count(int fragments) {
    return fragments == 1 ? "1 fragment" : "%,d fragments".formatted(fragments);
  }
}
