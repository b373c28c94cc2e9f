package app.fragments.cli;

import app.fragments.cli.CliServices.WorkOptions;
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

/// `weave`: submits a job, and waits for its report where asked to.
@CommandLine.Command(description = "Weave entries into a report.")
final class WeaveCommand extends Command {
  @Mixin private final SelectionOptions selection = new SelectionOptions();

  @Option(
      names = "--template",
      paramLabel = "T",
      defaultValue = "weekly-progress",
      description = "The kind of report; default weekly-progress.")
  private String template = "weekly-progress";

  @Option(names = "--wait", description = "Wait for the report; weave it here if nobody else does.")
  private boolean wait;

  @Option(names = "--timeout", paramLabel = "S", description = "How many seconds it may take.")
  private @Nullable Integer timeout;

  @Option(
      names = "--priority",
      paramLabel = "P",
      converter = PriorityConverter.class,
      description = "high, normal or low: before or after which others; default normal.")
  private Priority priority = Priority.NORMAL;

  @Option(
      names = "--delay",
      paramLabel = "D",
      converter = DurationConverter.class,
      description = "How long from now it may not start, such as 10m or 1h30m.")
  private Duration delay = Duration.ZERO;

  @Option(names = "--out", paramLabel = "FILE", description = "Write the report there.")
  private @Nullable Path out;

  WeaveCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    ReportTemplate known = check();
    if (wait) {
      requireGenerator();
    }
    Selection selected = selection.select(new EntryLookup(services.entries(), userId()), today());
    Submission submission =
        services
            .weave()
            .submit(
                userId(), selected, known, JobOptions.DEFAULT, new JobSchedule(priority, delay));
    if (!submission.created()) {
      sayThatItIsThere(submission.jobId());
    }
    if (wait) {
      say("Job " + submission.jobId() + ": weaving " + count(selected.size()));
      return finish(await(submission.jobId()));
    }
    if (json) {
      print(document -> JobJson.write(document, submission));
    } else {
      terminal.out().println("Job " + submission.jobId() + ": " + Submission.MESSAGE);
      say(
          count(selected.size())
              + "; fragments job "
              + shortId(submission.jobId().value())
              + " says how it gets on");
    }
    return ExitCode.DONE;
  }

  /// @throws CommandFailedException where its time has not come, and it is to be waited for
  private void sayThatItIsThere(JobId id) {
    Optional<Job> there = services.jobs().find(id);
    there.ifPresent(job -> say("These are being woven already. " + JobText.line(job)));
    if (wait && there.filter(this::isForLater).isPresent()) {
      throw new CommandFailedException(
          "It is for later. To have it now: fragments cancel "
              + shortId(id.value())
              + ", then weave again");
    }
  }

  private boolean isForLater(Job job) {
    return job.status() == JobStatus.PENDING
        && job.notBefore() != null
        && job.notBefore().isAfter(services.clock().instant());
  }

  private ReportTemplate check() {
    @Nullable String fault = selection.fault();
    if (fault != null) {
      throw wrongUsage(fault);
    }
    if (!wait && (out != null || timeout != null)) {
      throw wrongUsage((out != null ? "--out" : "--timeout") + " needs --wait");
    }
    if (timeout != null && timeout < 1) {
      throw wrongUsage("--timeout is at least 1 second");
    }
    if (delay.isNegative() || delay.compareTo(JobSchedule.LONGEST_DELAY) > 0) {
      throw wrongUsage("--delay is from now to a year from now");
    }
    if (wait && !delay.isZero()) {
      throw wrongUsage("--delay and --wait exclude each other");
    }
    return ReportTemplate.find(template)
        .orElseThrow(
            () ->
                wrongUsage(
                    "There is no template "
                        + template
                        + "; there is "
                        + ReportTemplate.ALL.stream()
                            .map(ReportTemplate::id)
                            .collect(Collectors.joining(", "))));
  }

  private Job await(JobId id) {
    Duration limit =
        timeout == null
            ? services.configuration().jobTimeout().value()
            : Duration.ofSeconds(timeout);
    return new JobWaiter(services, terminal).await(id, WorkOptions.of(1, limit));
  }

  private int finish(Job job) {
    if (out != null && job.completion() != null) {
      write(out, job.completion().markdown(), job.id());
    }
    if (json) {
      print(document -> JobJson.write(document, job));
    } else {
      new JobText(terminal).printOutcome(job, out == null);
    }
    if (job.status() == JobStatus.COMPLETED) {
      return ExitCode.DONE;
    }
    return ExitCode.FAILED;
  }

  private void write(Path file, String markdown, JobId id) {
    try {
      Files.writeString(file, markdown);
      say("Wrote " + file);
    } catch (IOException e) {
      throw new CommandFailedException(
          "The report is kept, but "
              + file
              + " cannot be written: fragments job "
              + id
              + " prints it",
          e);
    }
  }

  private static String count(int fragments) {
    return fragments == 1 ? "1 fragment" : "%,d fragments".formatted(fragments);
  }
}
