package app.fragments.cli;

import app.fragments.http.JobJson;
import app.fragments.job.Job;
import app.fragments.job.JobStatus;
import app.fragments.job.RegisteredWorker;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `jobs`: lists jobs, newest first.
@CommandLine.Command(description = "List jobs, newest first.")
final class JobsCommand extends Command {
  @Option(
      names = "--status",
      paramLabel = "S",
      description = "Only pending, processing, completed, failed or cancelled jobs.")
  private @Nullable JobStatus status;

  @Option(names = "--limit", paramLabel = "N", description = "Maximum number; default 100.")
  private int limit = 100;

  @Override
  public Integer call() {
    if (limit < 1) {
      throw wrongUsage("--limit must be at least 1");
    }
    List<Job> jobs =
        services.jobs().list(userId(), status == null ? Set.of() : Set.of(status), limit);
    if (json) {
      terminal.printJson(jobs.stream().map(JobJson::of));
    } else {
      jobs.forEach(job -> terminal.println(job.createdAt() + "  " + JobText.line(job)));
      terminal.say(workers(services.registry().alive()));
    }
    return DONE;
  }

  private static String workers(List<RegisteredWorker> alive) {
    if (alive.isEmpty()) {
      return "No worker is running: open the window, or start fragments work";
    }
    return "Workers: %d, busy: %d, processes: %d"
        .formatted(
            alive.stream().mapToInt(RegisteredWorker::workers).sum(),
            alive.stream().mapToInt(RegisteredWorker::busy).sum(),
            alive.size());
  }
}
