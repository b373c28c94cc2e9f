package app.fragments.cli;

import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `cancel`: ends a job that waits or runs.
@CommandLine.Command(description = "Cancel a job that waits or runs.")
final class CancelCommand extends Command {
  @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
  private String id = "";

  CancelCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    JobLookup lookup = new JobLookup(services.jobs(), userId());
    Job job = lookup.find(id);
    if (!services.weave().cancel(userId(), job.id())) {
      JobStatus now = lookup.find(job.id().value()).status();
      throw new CommandFailedException("Job " + job.id() + " has ended already: " + now.wire());
    }
    if (json) {
      print(
          out -> {
            out.writeStartObject();
            out.writeStringField("job_id", job.id().value());
            out.writeStringField("status", JobStatus.CANCELLED.wire());
            out.writeEndObject();
          });
    } else {
      terminal.out().println("Job " + job.id() + " is cancelled");
    }
    return ExitCode.DONE;
  }
}
