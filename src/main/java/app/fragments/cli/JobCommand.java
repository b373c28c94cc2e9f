package app.fragments.cli;

import app.fragments.http.JobJson;
import app.fragments.job.Job;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `job`: shows one job.
@CommandLine.Command(description = "Show the state of a job, and its report.")
final class JobCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id, or its first characters.")
  private String id = "";

  @Override
  public Integer call() {
    Job job = lookup().job(id);
    if (json) {
      terminal.printJson(JobJson.of(job));
      return DONE;
    }
    terminal.println(JobText.line(job));
    if (job.completion() != null) {
      terminal.println("");
      new JobText(terminal).printOutcome(job, true);
    }
    return DONE;
  }
}
