package app.fragments.cli;

import app.fragments.http.JsonFields;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.RunSummary;
import app.fragments.worker.JobListener;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// Reports each run on standard error: as text, or as one line of JSON when it has ended.
final class RunReporter implements JobListener {
  private final Terminal terminal;
  private final boolean json;
  private final Clock clock;
  private final AtomicInteger ended = new AtomicInteger();

  RunReporter(Terminal terminal, boolean json, Clock clock) {
    this.terminal = terminal;
    this.json = json;
    this.clock = clock;
  }

  /// How many runs have ended.
  int runs() {
    return ended.get();
  }

  @Override
  public void started(JobId job) {
    if (!json) {
      terminal.say("Job " + job + ": started");
    }
  }

  @Override
  public void ended(JobId job) {
    ended.incrementAndGet();
  }

  @Override
  public void summed(RunSummary run) {
    terminal.say(json ? json(run).toString() : text(run));
  }

  private static String text(RunSummary run) {
    @Nullable FailureKind failure = run.failure();
    return "Job %s: %s after %,d ms%s"
        .formatted(
            run.jobId(),
            run.result().wire(),
            run.ran().toMillis(),
            failure == null ? "" : ": " + failure);
  }

  private JsonFields json(RunSummary run) {
    return new JsonFields()
        .add("time", clock.instant())
        .add("job_id", run.jobId())
        .add("worker", run.worker())
        .add("result", run.result().wire())
        .add("error_kind", run.failure())
        .add("waited_ms", run.waited().toMillis())
        .add("ran_ms", run.ran().toMillis())
        .add("attempts", run.attempts())
        .add("rescues", run.recoveries())
        .add("fence", run.fencingToken());
  }
}
