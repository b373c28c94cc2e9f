package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.diagnostics.HealthIssue;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.settings.Setting;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Prints a diagnosis for people, one fact per row.
record DiagnosisText(Terminal terminal) {
  void row(String name, String value) {
    terminal.println("%-12s %s".formatted(name, value));
  }

  void print(Diagnosis diagnosis, String store, boolean online, List<HealthIssue> repaired) {
    row("Store", store);
    row(
        "",
        diagnosis.storeError() == null
            ? "reachable: " + diagnosis.check()
            : (diagnosis.storeUnreachable() ? "UNREACHABLE: " : "ERROR: ")
                + diagnosis.storeError());
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

  private static String workers(Diagnosis diagnosis) {
    return diagnosis.workers().isEmpty()
        ? "none running"
        : diagnosis.workers().stream()
            .map(
                process ->
                    "%s on %s (%d)"
                        .formatted(process.kind().wire(), process.host(), process.workers()))
            .collect(Collectors.joining(", ", diagnosis.workerCount() + " running: ", ""));
  }

  private static String jobs(HealthIssue issue) {
    return issue.jobIds().isEmpty()
        ? ""
        : issue.jobIds().stream()
            .map(JobId::value)
            .collect(
                Collectors.joining(
                    ", ", " (", issue.count() > issue.jobIds().size() ? ", ...)" : ")"));
  }

  static String from(Setting<String> setting) {
    return switch (setting.origin()) {
      case COMMAND_LINE -> "from the command line";
      case ENVIRONMENT -> "from " + setting.name();
      case SETTINGS -> "from Settings";
      case DEFAULT -> "by default";
    };
  }
}
