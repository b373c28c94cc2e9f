package app.fragments.cli;

import app.fragments.job.Job;
import app.fragments.job.JobResult;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `job`: what became of one job.
@CommandLine.Command(description = "Say what became of a job, and print its report.")
final class JobCommand extends Command {
  @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
  private String id = "";

  JobCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    Job job = new JobLookup(services.jobs(), userId()).find(id);
    if (json) {
      print(out -> JobJson.write(out, job));
      return ExitCode.DONE;
    }
    terminal.out().println(JobText.line(job));
    @Nullable JobResult completion = job.completion();
    if (completion != null) {
      terminal.out().println();
      new JobText(terminal).printOutcome(job, true);
    }
    return ExitCode.DONE;
  }
}
