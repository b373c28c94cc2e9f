package app.fragments.cli;

import app.fragments.job.Job;
import picocli.CommandLine.Parameters;

/// A command for one job.
abstract class SingleJobCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The job's id, or its first characters.")
  private String id = "";

  final Job job() {
    return lookup().job(id);
  }
}
