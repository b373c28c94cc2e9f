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
    rejectIf(limit < 1, "--limit must be at least 1");
    List<Job> jobs =
        services.jobs().list(userId(), status == null ? Set.of() : Set.of(status), limit);
    if (json) {
      terminal.printJson(jobs.stream().map(JobJson::of));
      return DONE;
    }
    jobs.forEach(job -> terminal.println(job.createdAt() + "  " + JobText.line(job)));
    List<RegisteredWorker> alive = services.registry().alive();
    terminal.say(
        alive.isEmpty()
            ? "No worker is running: open the window, or start fragments work"
            : "Workers: %d, busy: %d, processes: %d"
                .formatted(
                    alive.stream().mapToInt(RegisteredWorker::workers).sum(),
                    alive.stream().mapToInt(RegisteredWorker::busy).sum(),
                    alive.size()));
    return DONE;
  }
}
