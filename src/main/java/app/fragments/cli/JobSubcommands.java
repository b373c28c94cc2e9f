package app.fragments.cli;

import app.fragments.http.JobJson;
import app.fragments.http.JsonFields;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.job.RegisteredWorker;
import app.fragments.job.Submission;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The commands that show and change jobs.
final class JobSubcommands {
  private JobSubcommands() {}

  /// A command for one job.
  private abstract static class SingleJobCommand extends Command {
    @Parameters(paramLabel = "ID", description = "The job's id, or its first characters.")
    private String id = "";

    final Job job() {
      return lookup().job(id);
    }
  }

  @CommandLine.Command(description = "Show the state of a job, and its report.")
  static final class JobCommand extends SingleJobCommand {
    @Override
    public Integer call() {
      Job job = job();
      if (json) {
        terminal.printJson(JobJson.of(job));
        return DONE;
      }
      terminal.println(JobText.line(job));
      if (job.result() != null) {
        terminal.println("");
        JobText.printOutcome(job, true, terminal);
      }
      return DONE;
    }
  }

  @CommandLine.Command(description = "List jobs, newest first.")
  static final class JobsCommand extends Command {
    @Option(
        names = "--status",
        paramLabel = "S",
        description = "Only pending, processing, completed, failed or cancelled jobs.")
    private @Nullable JobStatus status;

    @Option(names = "--limit", paramLabel = "N", description = "Maximum number; default 100.")
    private int limit = 100;

    @Override
    public Integer call() {
      rejectIf(limit < 1, "--limit must be at least 1");
      List<Job> jobs =
          services.jobs().list(userId(), status == null ? Set.of() : Set.of(status), limit);
      if (json) {
        terminal.printJson(jobs.stream().map(JobJson::of));
        return DONE;
      }
      jobs.forEach(job -> terminal.println(job.createdAt() + "  " + JobText.line(job)));
      List<RegisteredWorker> alive = services.registry().alive();
      terminal.say(
          alive.isEmpty()
              ? "No worker is running: open the window, or start fragments work"
              : "Workers: %d, busy: %d, processes: %d"
                  .formatted(
                      alive.stream().mapToInt(RegisteredWorker::workers).sum(),
                      alive.stream().mapToInt(RegisteredWorker::busy).sum(),
                      alive.size()));
      return DONE;
    }
  }

  @CommandLine.Command(description = "Submit a failed or cancelled job again, as a new job.")
  static final class RetryCommand extends SingleJobCommand {
    @Override
    public Integer call() {
      Job job = job();
      Submission submission =
          services
              .jobService()
              .retry(userId(), job.id(), null)
              .orElseThrow(
                  () ->
                      new CommandFailedException(
                          "Job %s is %s; only a failed or cancelled job can be retried"
                              .formatted(job.id(), job.status().wire())));
      return print(JobJson.of(submission), "Job " + submission.jobId() + ": " + Submission.MESSAGE);
    }
  }

  @CommandLine.Command(description = "Cancel a waiting or running job.")
  static final class CancelCommand extends SingleJobCommand {
    @Override
    public Integer call() {
      Job job = job();
      if (!services.jobService().cancel(userId(), job.id())) {
        throw new CommandFailedException(
            "Job " + job.id() + " has already ended: " + job().status().wire());
      }
      JsonFields result =
          new JsonFields().add("job_id", job.id()).add("status", JobStatus.CANCELLED.wire());
      return print(result, "Cancelled job " + job.id());
    }
  }
}
