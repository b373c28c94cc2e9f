package app.fragments.cli;

import app.fragments.diagnostics.HealthIssue;
import app.fragments.diagnostics.HealthIssue.Kind;
import app.fragments.http.JsonFields;
import app.fragments.job.FailureKind;
import app.fragments.job.JobId;
import app.fragments.job.QueueDepth;
import app.fragments.job.RegisteredWorker;
import app.fragments.settings.Configuration;
import app.fragments.settings.Configuration.Setting;
import app.fragments.store.StoreException;
import app.fragments.store.StoreUnavailableException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

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
    Set<Kind> left = diagnosis.issues().stream().map(HealthIssue::kind).collect(Collectors.toSet());
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
    Setting<String> generator = services.configuration().generator();
    Optional<Setting<String>> key = services.configuration().geminiKey();
    terminal.printJson(
        new JsonFields()
            .add("version", services.version())
            .add("java", Runtime.version())
            .add("system", SYSTEM)
            .add("user", userId())
            .add("data_folder", services.folder().root())
            .add("log_file", services.logFile().orElse(null))
            .add("store", store)
            .add(
                "generator",
                new JsonFields().add("name", generator.value()).add("from", from(generator)))
            .add(
                "key",
                new JsonFields()
                    .add("known", key.isPresent())
                    .add("from", key.map(DoctorCommand::from).orElse(null)))
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
    Setting<String> generator = services.configuration().generator();
    row("Generator", generator.value() + " (" + from(generator) + ")");
    Optional<Setting<String>> key = services.configuration().geminiKey();
    row("Gemini key", key.map(it -> "set (" + from(it) + ")").orElse("not set"));
    if (!online && key.isPresent()) {
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

  /// The state of the store and the queue, and all issues. If the store cannot be used,
  /// `storeError` says why, and what it and the queue report is null.
  private record Diagnosis(
      @Nullable String check,
      @Nullable String storeError,
      @Nullable QueueDepth queue,
      List<RegisteredWorker> workers,
      List<HealthIssue> issues) {
    static Diagnosis of(CliServices services, boolean online) {
      Configuration configuration = services.configuration();
      boolean hasKey = configuration.geminiKey().isPresent();
      List<HealthIssue> issues = new ArrayList<>();
      configuration
          .unknownGenerator()
          .map(message -> new HealthIssue(Kind.UNKNOWN_GENERATOR, 1, message))
          .ifPresent(issues::add);
      if (configuration.generator().value().equals("gemini") && !hasKey) {
        issues.add(
            new HealthIssue(Kind.MISSING_KEY, 1, "The generator is Gemini, but no key is set"));
      }
      if (online && hasKey) {
        services
            .testKey()
            .map(failure -> new HealthIssue(kindOf(failure.kind()), 1, failure.message()))
            .ifPresent(issues::add);
      }
      try {
        String check = services.checkStore();
        issues.addAll(services.healthCheck().check());
        QueueDepth queue = services.queue().depth();
        return new Diagnosis(check, null, queue, services.registry().alive(), issues);
      } catch (StoreException e) {
        String error = String.valueOf(e.getMessage());
        Kind rejected =
            configuration.mongodbUri().isPresent() ? Kind.STORE_REFUSES : Kind.STORE_UNUSABLE;
        Kind kind = e instanceof StoreUnavailableException ? Kind.STORE_AWAY : rejected;
        issues.add(new HealthIssue(kind, 1, services.storeDescription() + ": " + error));
        return new Diagnosis(null, error, null, List.of(), issues);
      }
    }

    private static Kind kindOf(FailureKind failure) {
      return failure == FailureKind.NETWORK || failure == FailureKind.TIMEOUT
          ? Kind.GEMINI_AWAY
          : Kind.REFUSED_KEY;
    }

    /// Whether the store cannot be reached; if false, it may still have rejected us.
    boolean storeUnreachable() {
      return issues.stream().anyMatch(issue -> issue.kind() == Kind.STORE_AWAY);
    }

    int workerCount() {
      return workers.stream().mapToInt(RegisteredWorker::workers).sum();
    }
  }
}
