package app.fragments.cli;

import app.fragments.http.JobJson;
import app.fragments.job.Job;
import picocli.CommandLine;

@CommandLine.Command(description = "Show the state of a job, and its report.")
final class JobCommand extends SingleJobCommand {
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
