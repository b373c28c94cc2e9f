package app.fragments.cli;

import app.fragments.http.JsonFields;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `cancel`: cancels a waiting or running job.
@CommandLine.Command(description = "Cancel a waiting or running job.")
final class CancelCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id, or its first characters.")
  private String id = "";

  @Override
  public Integer call() {
    Job job = lookup().job(id);
    if (!services.jobService().cancel(userId(), job.id())) {
      JobStatus now = lookup().job(job.id().value()).status();
      throw new CommandFailedException("Job " + job.id() + " has already ended: " + now.wire());
    }
    if (json) {
      terminal.printJson(
          new JsonFields().add("job_id", job.id()).add("status", JobStatus.CANCELLED.wire()));
    } else {
      terminal.println("Cancelled job " + job.id());
    }
    return DONE;
  }
}
