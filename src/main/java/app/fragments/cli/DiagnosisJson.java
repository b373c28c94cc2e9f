package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.diagnostics.HealthIssue;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.Setting;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A diagnosis as JSON.
record DiagnosisJson(JsonGenerator out) {
  void store(String description, Diagnosis found) throws IOException {
    out.writeObjectFieldStart("store");
    out.writeStringField("description", description);
    out.writeBooleanField("reachable", found.storeError() == null);
    JsonDocument.field(out, "check", found.check());
    JsonDocument.field(out, "error", found.storeError());
    out.writeEndObject();
  }

  void generator(Diagnosis found) throws IOException {
    out.writeObjectFieldStart("generator");
    out.writeStringField("name", found.generator().value());
    out.writeStringField("from", DiagnosisText.from(found.generator()));
    out.writeEndObject();
    out.writeObjectFieldStart("key");
    out.writeBooleanField("known", found.key().isPresent());
    @Nullable Setting<String> key = found.key().orElse(null);
    JsonDocument.field(out, "from", key == null ? null : DiagnosisText.from(key));
    out.writeEndObject();
  }

  void queue(Diagnosis found) throws IOException {
    @Nullable QueueDepth queue = found.queue();
    if (queue == null) {
      return;
    }
    out.writeObjectFieldStart("queue");
    out.writeNumberField("waiting", queue.waiting());
    out.writeNumberField("delayed", queue.delayed());
    out.writeNumberField("running", queue.running());
    out.writeNumberField("stale", queue.stale());
    out.writeNumberField("oldest_wait_ms", queue.oldestWait().toMillis());
    out.writeEndObject();
    out.writeNumberField(
        "workers_alive", found.workers().stream().mapToInt(RegisteredWorker::workers).sum());
  }

  /// @param name of the array's field
  void findings(String name, List<HealthIssue> findings) throws IOException {
    out.writeArrayFieldStart(name);
    for (HealthIssue finding : findings) {
      out.writeStartObject();
      out.writeStringField("kind", finding.kind().wire());
      out.writeNumberField("count", finding.count());
      out.writeArrayFieldStart("job_ids");
      for (JobId id : finding.jobIds()) {
        out.writeString(id.value());
      }
      out.writeEndArray();
      out.writeStringField("message", finding.message());
      out.writeStringField("remedy", finding.kind().remedy());
      out.writeBooleanField("repairable", finding.kind().repairable());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
