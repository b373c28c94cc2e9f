package app.fragments.cli;

import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.RunSummary;
import app.fragments.worker.JobListener;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Tells of each run on standard error: in words, or as one line of JSON when it has ended.
final class RunReporter implements JobListener {
  private final Terminal terminal;
  private final boolean json;
  private final Clock clock;
  private final Consumer<JobId> onStuck;
  private final AtomicInteger worked = new AtomicInteger();

  /// @param clock says when a run ended
  RunReporter(Terminal terminal, boolean json, Clock clock, Consumer<JobId> onStuck) {
    this.terminal = terminal;
    this.json = json;
    this.clock = clock;
    this.onStuck = onStuck;
  }

  /// How many runs have ended.
  int worked() {
    return worked.get();
  }

  @Override
  public void started(JobId job) {
    if (!json) {
      terminal.err().println("Job " + job + " is being woven");
    }
  }

  @Override
  public void ended(JobId job) {
    worked.incrementAndGet();
  }

  @Override
  public void summed(RunSummary run) {
    terminal.err().println(json ? line(run) : words(run));
  }

  @Override
  public void stuck(JobId job) {
    onStuck.accept(job);
  }

  private static String words(RunSummary run) {
    @Nullable FailureKind failure = run.failure();
    return "Job %s was %s after %,d ms%s"
        .formatted(
            run.jobId(),
            run.result().wire(),
            run.ran().toMillis(),
            failure == null ? "" : ": " + failure);
  }

  private String line(RunSummary run) {
    StringWriter line = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(line)) {
      out.writeStartObject();
      out.writeStringField("time", clock.instant().toString());
      out.writeStringField("job_id", run.jobId().value());
      out.writeStringField("worker", run.worker());
      out.writeStringField("result", run.result().wire());
      JsonDocument.field(out, "error_kind", run.failure() == null ? null : run.failure().name());
      out.writeNumberField("waited_ms", run.waited().toMillis());
      out.writeNumberField("ran_ms", run.ran().toMillis());
      out.writeNumberField("attempts", run.attempts());
      out.writeNumberField("rescues", run.recoveries());
      out.writeNumberField("fence", run.fencingToken());
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("A line in memory cannot be written", e);
    }
    return line.toString();
  }
}
