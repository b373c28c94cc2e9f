package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.diagnostics.HealthIssue;
import app.fragments.http.JsonFields;
import app.fragments.job.QueueDepth;
import app.fragments.settings.Setting;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `doctor`: reports health issues, and repairs what it can.
@CommandLine.Command(description = "Check the store, the Gemini key and the queue; repair them.")
final class DoctorCommand extends Command {
  @Option(names = "--repair", description = "Repair what can be repaired, then check again.")
  private boolean repair;

  @Option(names = "--online", description = "Test the key with Gemini, sending no text.")
  private boolean online;

  @Override
  public Integer call() {
    Diagnosis before = Diagnosis.of(services, online);
    Diagnosis diagnosis = before;
    if (repair && before.storeError() == null) {
      services.healthCheck().repair();
      diagnosis = Diagnosis.of(services, online);
    }
    List<HealthIssue> repaired = repaired(before.issues(), diagnosis.issues());
    if (json) {
      terminal.printJson(json(diagnosis, repaired));
    } else {
      print(diagnosis, repaired);
    }
    if (diagnosis.storeUnreachable()) {
      return STORE_UNREACHABLE;
    }
    return diagnosis.issues().isEmpty() ? DONE : FAILED;
  }

  private static List<HealthIssue> repaired(List<HealthIssue> before, List<HealthIssue> after) {
    Set<HealthIssue.Kind> left = after.stream().map(HealthIssue::kind).collect(Collectors.toSet());
    return before.stream()
        .filter(issue -> issue.kind().repairable() && !left.contains(issue.kind()))
        .toList();
  }

  private JsonFields json(Diagnosis diagnosis, List<HealthIssue> repaired) {
    @Nullable QueueDepth queue = diagnosis.queue();
    @Nullable Setting<String> key = diagnosis.key().orElse(null);
    return new JsonFields()
        .add("version", services.version())
        .add("java", java())
        .add("system", system())
        .add("user", userId())
        .add("data_folder", services.folder().root())
        .add("log_file", services.logFile().orElse(null))
        .add(
            "store",
            new JsonFields()
                .add("description", services.storeDescription())
                .add("reachable", diagnosis.storeError() == null)
                .add("check", diagnosis.check())
                .add("error", diagnosis.storeError()))
        .add(
            "generator",
            new JsonFields()
                .add("name", diagnosis.generator().value())
                .add("from", DiagnosisText.from(diagnosis.generator())))
        .add(
            "key",
            new JsonFields()
                .add("known", key != null)
                .add("from", key == null ? null : DiagnosisText.from(key)))
        .add("queue", queue == null ? null : json(queue))
        .add("workers_alive", queue == null ? null : diagnosis.workerCount())
        .add("repaired", repair ? repaired.stream().map(DoctorCommand::json) : null)
        .add("findings", diagnosis.issues().stream().map(DoctorCommand::json));
  }

  private static JsonFields json(QueueDepth queue) {
    return new JsonFields()
        .add("waiting", queue.waiting())
        .add("delayed", queue.delayed())
        .add("running", queue.running())
        .add("stale", queue.stale())
        .add("oldest_wait_ms", queue.oldestWait().toMillis());
  }

  private static JsonFields json(HealthIssue issue) {
    return new JsonFields()
        .add("kind", issue.kind().wire())
        .add("count", issue.count())
        .add("job_ids", issue.jobIds())
        .add("message", issue.message())
        .add("remedy", issue.kind().remedy())
        .add("repairable", issue.kind().repairable());
  }

  private void print(Diagnosis diagnosis, List<HealthIssue> repaired) {
    DiagnosisText text = new DiagnosisText(terminal);
    text.row("Fragments", services.version() + ", Java " + java() + ", " + system());
    text.row("Data folder", services.folder().root().toString());
    text.row("Log file", services.logFile().map(Path::toString).orElse("none"));
    text.row("User", userId());
    text.print(diagnosis, services.storeDescription(), online, repaired);
  }

  private static String java() {
    return Runtime.version().toString();
  }

  private static String system() {
    return System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");
  }
}
