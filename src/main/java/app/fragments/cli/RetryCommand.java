package app.fragments.cli;

import app.fragments.http.JobJson;
import app.fragments.job.Job;
import app.fragments.job.Submission;
import picocli.CommandLine;

@CommandLine.Command(description = "Submit a failed or cancelled job again, as a new job.")
final class RetryCommand extends SingleJobCommand {
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
