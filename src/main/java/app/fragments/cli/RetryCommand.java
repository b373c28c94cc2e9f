package app.fragments.cli;

import app.fragments.job.Job;
import app.fragments.job.Submission;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `retry`: weaves a failed or cancelled job once more.
@CommandLine.Command(description = "Weave a failed or cancelled job once more.")
final class RetryCommand extends Command {
  @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
  private String id = "";

  RetryCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    Job job = new JobLookup(services.jobs(), userId()).find(id);
    Submission submission =
        services
            .weave()
            .retry(userId(), job.id(), null)
            .orElseThrow(
                () ->
                    new CommandFailedException(
                        "Job %s is %s: only a failed or cancelled one is woven once more"
                            .formatted(job.id(), job.status().wire())));
    if (json) {
      print(out -> JobJson.write(out, submission));
    } else {
      terminal.out().println("Job " + submission.jobId() + ": " + Submission.MESSAGE);
    }
    return ExitCode.DONE;
  }
}
