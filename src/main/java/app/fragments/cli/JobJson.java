package app.fragments.cli;

import app.fragments.job.Failure;
import app.fragments.job.Job;
import app.fragments.job.JobResult;
import app.fragments.job.Progress;
import app.fragments.job.Submission;
import app.fragments.job.TokenUsage;
import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Flag;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A job as JSON (section 9 of the plan): what the original's API printed, and more beside.
final class JobJson {
  private JobJson() {}

  static void write(JsonGenerator json, Submission submission) throws IOException {
    json.writeStartObject();
    json.writeStringField("job_id", submission.jobId().value());
    json.writeStringField("status", submission.status().wire());
    json.writeStringField("message", Submission.MESSAGE);
    json.writeEndObject();
  }

  static void write(JsonGenerator json, Job job) throws IOException {
    json.writeStartObject();
    json.writeStringField("job_id", job.id().value());
    json.writeStringField("status", job.status().wire());
    json.writeStringField("template", job.template());
    json.writeNumberField("entries", job.selection().size());
    json.writeStringField("created_at", job.createdAt().toString());
    json.writeStringField("priority", job.priority().wire());
    JsonDocument.field(json, "available_at", job.notBefore());
    json.writeNumberField("attempts", job.attempts());
    json.writeNumberField("rescues", job.recoveries());
    JsonDocument.field(json, "worker", job.worker());
    JsonDocument.field(json, "started_at", job.startedAt());
    JsonDocument.field(json, "completed_at", job.completedAt());
    JsonDocument.field(json, "retry_of", job.retryOf() == null ? null : job.retryOf().value());
    if (!job.status().isTerminal()) {
      json.writeStringField("message", Submission.MESSAGE);
      progress(json, job.progress());
    }
    @Nullable JobResult completion = job.completion();
    if (completion != null) {
      completion(json, completion);
    }
    @Nullable Failure failure = job.failure();
    if (failure != null) {
      json.writeStringField("error", failure.message());
      json.writeStringField("error_kind", failure.kind().name());
    }
    json.writeEndObject();
  }

  private static void progress(JsonGenerator json, Progress progress) throws IOException {
    json.writeObjectFieldStart("progress");
    json.writeNumberField("done", progress.done());
    json.writeNumberField("total", progress.total());
    json.writeStringField("stage", progress.stage().wire());
    json.writeEndObject();
  }

  private static void completion(JsonGenerator json, JobResult completion) throws IOException {
    json.writeStringField("report", completion.markdown());
    json.writeObjectFieldStart("period");
    json.writeStringField("start", completion.period().startText());
    json.writeStringField("end", completion.period().endText());
    json.writeEndObject();
    json.writeStringField("model", completion.model());
    @Nullable TokenUsage usage = completion.usage();
    if (usage != null) {
      json.writeObjectFieldStart("usage");
      json.writeNumberField("prompt_tokens", usage.promptTokens());
      json.writeNumberField("output_tokens", usage.outputTokens());
      json.writeNumberField("total_tokens", usage.totalTokens());
      json.writeEndObject();
    }
    checks(json, completion.checks());
  }

  private static void checks(JsonGenerator json, CheckResult checks) throws IOException {
    json.writeObjectFieldStart("checks");
    json.writeArrayFieldStart("flagged");
    for (Flag flag : checks.flagged()) {
      json.writeStartObject();
      json.writeStringField("kind", flag.kind().wire());
      json.writeStringField("text", flag.text());
      json.writeNumberField("line", flag.line());
      JsonDocument.field(json, "cited", flag.cited());
      JsonDocument.field(json, "says", flag.says());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("unused_entry_ids");
    for (EntryId id : checks.unusedEntryIds()) {
      json.writeString(id.value());
    }
    json.writeEndArray();
    json.writeEndObject();
  }
}
