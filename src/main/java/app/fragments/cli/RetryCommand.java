package app.fragments.cli;

import app.fragments.http.JobJson;
import app.fragments.job.Job;
import app.fragments.job.Submission;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `retry`: submits a failed or cancelled job again.
@CommandLine.Command(description = "Submit a failed or cancelled job again, as a new job.")
final class RetryCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id, or its first characters.")
  private String id = "";

  @Override
  public Integer call() {
    Job job = lookup().job(id);
    Submission submission =
        services
            .jobService()
            .retry(userId(), job.id(), null)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "Job %s is %s; only a failed or cancelled job can be retried"
                            .formatted(job.id(), job.status().wire())));
    if (json) {
      terminal.printJson(JobJson.of(submission));
    } else {
      terminal.println("Job " + submission.jobId() + ": " + Submission.MESSAGE);
    }
    return DONE;
  }
}
