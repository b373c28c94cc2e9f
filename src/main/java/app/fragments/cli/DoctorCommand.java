package app.fragments.cli;

import app.fragments.diagnostics.HealthIssue;
import app.fragments.http.JsonFields;
import app.fragments.job.JobId;
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
  private static final String SYSTEM =
      System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");

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
    Set<HealthIssue.Kind> left =
        diagnosis.issues().stream().map(HealthIssue::kind).collect(Collectors.toSet());
    List<HealthIssue> repaired =
        before.issues().stream()
            .filter(issue -> issue.kind().repairable() && !left.contains(issue.kind()))
            .toList();
    if (json) {
      printJson(diagnosis, repaired);
    } else {
      printRows(diagnosis, repaired);
    }
    if (diagnosis.storeUnreachable()) {
      return STORE_UNREACHABLE;
    }
    return diagnosis.issues().isEmpty() ? DONE : FAILED;
  }

  private void printJson(Diagnosis diagnosis, List<HealthIssue> repaired) {
    @Nullable QueueDepth queue = diagnosis.queue();
    JsonFields store =
        new JsonFields()
            .add("description", services.storeDescription())
            .add("reachable", diagnosis.storeError() == null)
            .add("check", diagnosis.check())
            .add("error", diagnosis.storeError());
    JsonFields generator =
        new JsonFields()
            .add("name", diagnosis.generator().value())
            .add("from", from(diagnosis.generator()));
    JsonFields key =
        new JsonFields()
            .add("known", diagnosis.key().isPresent())
            .add("from", diagnosis.key().map(DoctorCommand::from).orElse(null));
    terminal.printJson(
        new JsonFields()
            .add("version", services.version())
            .add("java", Runtime.version())
            .add("system", SYSTEM)
            .add("user", userId())
            .add("data_folder", services.folder().root())
            .add("log_file", services.logFile().orElse(null))
            .add("store", store)
            .add("generator", generator)
            .add("key", key)
            .add("queue", queue == null ? null : json(queue))
            .add("workers_alive", queue == null ? null : diagnosis.workerCount())
            .add("repaired", repair ? repaired.stream().map(DoctorCommand::json) : null)
            .add("findings", diagnosis.issues().stream().map(DoctorCommand::json)));
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

  /// Prints the diagnosis for people, one fact per row.
  private void printRows(Diagnosis diagnosis, List<HealthIssue> repaired) {
    row("Fragments", services.version() + ", Java " + Runtime.version() + ", " + SYSTEM);
    row("Data folder", services.folder().root().toString());
    row("Log file", services.logFile().map(Path::toString).orElse("none"));
    row("User", userId());
    row("Store", services.storeDescription());
    String error = diagnosis.storeUnreachable() ? "UNREACHABLE: " : "ERROR: ";
    row(
        "",
        diagnosis.storeError() == null
            ? "reachable: " + diagnosis.check()
            : error + diagnosis.storeError());
    row("Generator", diagnosis.generator().value() + " (" + from(diagnosis.generator()) + ")");
    row("Gemini key", diagnosis.key().map(key -> "set (" + from(key) + ")").orElse("not set"));
    if (!online && diagnosis.key().isPresent()) {
      row("", "not tested; fragments doctor --online tests it with Gemini, sending no text");
    }
    @Nullable QueueDepth queue = diagnosis.queue();
    if (queue != null) {
      row(
          "Queue",
          "%,d waiting, %,d delayed, %,d running, %,d stale"
              .formatted(queue.waiting(), queue.delayed(), queue.running(), queue.stale()));
      row("Workers", workers(diagnosis));
    }
    repaired.forEach(issue -> row("Repaired", issue.message() + jobs(issue)));
    for (HealthIssue issue : diagnosis.issues()) {
      row("ISSUE", issue.message() + jobs(issue));
      row("", "-> " + issue.kind().remedy());
    }
    if (diagnosis.issues().isEmpty()) {
      row("Verdict", "healthy");
    }
  }

  private void row(String name, String value) {
    terminal.println("%-12s %s".formatted(name, value));
  }

  private static String workers(Diagnosis diagnosis) {
    if (diagnosis.workers().isEmpty()) {
      return "none running";
    }
    return diagnosis.workers().stream()
        .map(it -> "%s on %s (%d)".formatted(it.kind().wire(), it.host(), it.workers()))
        .collect(Collectors.joining(", ", diagnosis.workerCount() + " running: ", ""));
  }

  private static String jobs(HealthIssue issue) {
    if (issue.jobIds().isEmpty()) {
      return "";
    }
    String end = issue.count() > issue.jobIds().size() ? ", ...)" : ")";
    return issue.jobIds().stream().map(JobId::value).collect(Collectors.joining(", ", " (", end));
  }

  private static String from(Setting<String> setting) {
    return switch (setting.origin()) {
      case COMMAND_LINE -> "from the command line";
      case ENVIRONMENT -> "from " + setting.name();
      case SETTINGS -> "from Settings";
      case DEFAULT -> "by default";
    };
  }
}
