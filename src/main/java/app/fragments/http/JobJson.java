package app.fragments.http;

import app.fragments.job.Failure;
import app.fragments.job.Job;
import app.fragments.job.JobResult;
import app.fragments.job.Progress;
import app.fragments.job.Submission;
import app.fragments.job.TokenUsage;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import app.fragments.report.Period;
import org.jspecify.annotations.Nullable;

/// Jobs as JSON, the same from the API and from the commands.
public final class JobJson {
  private JobJson() {}

  public static JsonFields of(Submission submission) {
    return new JsonFields()
        .add("job_id", submission.jobId())
        .add("status", submission.status().wire())
        .add("message", Submission.MESSAGE);
  }

  public static JsonFields of(Job job) {
    boolean live = !job.status().isTerminal();
    JsonFields json =
        new JsonFields()
            .add("job_id", job.id())
            .add("status", job.status().wire())
            .add("template", job.template())
            .add("entries", job.selection().size())
            .add("created_at", job.createdAt())
            .add("priority", job.priority().wire())
            .add("available_at", job.notBefore())
            .add("attempts", job.attempts())
            .add("rescues", job.recoveries())
            .add("worker", job.worker())
            .add("started_at", job.startedAt())
            .add("completed_at", job.completedAt())
            .add("retry_of", job.retryOf())
            .add("message", live ? Submission.MESSAGE : null)
            .add("progress", live ? progress(job.progress()) : null);
    @Nullable JobResult result = job.result();
    if (result != null) {
      Period period = result.period();
      json.add("report", result.markdown())
          .add(
              "period",
              new JsonFields().add("start", period.startText()).add("end", period.endText()))
          .add("model", result.model())
          .add("usage", result.usage() == null ? null : usage(result.usage()))
          .add("checks", checks(result.checks()));
    }
    @Nullable Failure failure = job.failure();
    if (failure != null) {
      json.add("error", failure.message()).add("error_kind", failure.kind().name());
    }
    return json;
  }

  private static JsonFields progress(Progress progress) {
    return new JsonFields()
        .add("done", progress.done())
        .add("total", progress.total())
        .add("stage", progress.stage().wire());
  }

  private static JsonFields usage(TokenUsage usage) {
    return new JsonFields()
        .add("prompt_tokens", usage.promptTokens())
        .add("output_tokens", usage.outputTokens())
        .add("total_tokens", usage.totalTokens());
  }

  private static JsonFields checks(CheckResult checks) {
    return new JsonFields()
        .add("flagged", checks.flagged().stream().map(JobJson::flag).toList())
        .add("unused_entry_ids", checks.unusedEntryIds());
  }

  private static JsonFields flag(Flag flag) {
    return new JsonFields()
        .add("kind", flag.kind().wire())
        .add("text", flag.text())
        .add("line", flag.line())
        .add("cited", flag.cited())
        .add("says", flag.says());
  }
}
