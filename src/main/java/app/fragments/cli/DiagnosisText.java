package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.diagnostics.HealthIssue;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.Setting;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A diagnosis in words, a row for each thing.
record DiagnosisText(Terminal terminal) {
  void row(String name, String value) {
    terminal.out().println("%-12s %s".formatted(name, value));
  }

  void store(String description, Diagnosis found) {
    row("Store", description);
    row(
        "",
        found.storeError() == null
            ? "reachable: " + found.check()
            : (found.storeAway() ? "AWAY: " : "REFUSES: ") + found.storeError());
  }

  void generator(Diagnosis found, boolean online) {
    row("Generator", found.generator().value() + " (" + from(found.generator()) + ")");
    row("Gemini key", found.key().map(key -> "known (" + from(key) + ")").orElse("not known"));
    if (!online && found.key().isPresent()) {
      row("", "not tried: fragments doctor --online asks Gemini, sending no text");
    }
  }

  void queue(Diagnosis found) {
    @Nullable QueueDepth queue = found.queue();
    if (queue == null) {
      return;
    }
    row(
        "Queue",
        "%,d waiting, %,d delayed, %,d running, %,d stale"
            .formatted(queue.waiting(), queue.delayed(), queue.running(), queue.stale()));
    row("Workers", found.workers().isEmpty() ? "none alive" : workers(found));
  }

  private static String workers(Diagnosis found) {
    return found.workers().stream().mapToInt(RegisteredWorker::workers).sum()
        + " alive: "
        + found.workers().stream()
            .map(
                process ->
                    "%s on %s (%d)"
                        .formatted(process.kind().wire(), process.host(), process.workers()))
            .collect(Collectors.joining(", "));
  }

  void repaired(HealthIssue finding) {
    row("Mended", finding.message() + named(finding));
  }

  void finding(HealthIssue finding) {
    row("WRONG", finding.message() + named(finding));
    row("", "-> " + finding.kind().remedy());
  }

  private static String named(HealthIssue finding) {
    return finding.jobIds().isEmpty()
        ? ""
        : finding.jobIds().stream()
            .map(JobId::value)
            .collect(
                Collectors.joining(
                    ", ", " (", finding.count() > finding.jobIds().size() ? ", ...)" : ")"));
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
