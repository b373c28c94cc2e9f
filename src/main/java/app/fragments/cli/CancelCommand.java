package app.fragments.cli;

import app.fragments.http.JsonFields;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import picocli.CommandLine;

@CommandLine.Command(description = "Cancel a waiting or running job.")
final class CancelCommand extends SingleJobCommand {
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
