package app.fragments.cli;

import app.fragments.job.QueueDepth;
import app.fragments.journal.StoreException;
import app.fragments.settings.Setting;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/// `doctor`: looks at all that may be wrong.
@CommandLine.Command(description = "Look at the store, the key and the queue.")
final class DoctorCommand extends Command {

  /// What was found.
  ///
  /// @param check what the store says of itself, or null where it cannot be reached
  /// @param storeError why the store cannot be reached, or null
  /// @param queue how full the queue is, or null where the store cannot be reached
  private record Findings(
      String dataFolder,
      Optional<Path> logFile,
      @Nullable String check,
      @Nullable String storeError,
      @Nullable QueueDepth queue,
      Setting<String> generator,
      Optional<Setting<String>> key) {

    boolean keyIsMissing() {
      return generator.value().equals("gemini") && key.isEmpty();
    }
  }

  DoctorCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    Findings found = look();
    if (json) {
      print(out -> write(out, found));
    } else {
      print(found);
    }
    if (found.storeError() != null) {
      return ExitCode.STORE_AWAY;
    }
    return found.keyIsMissing() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private Findings look() {
    @Nullable String check = null;
    @Nullable String error = null;
    @Nullable QueueDepth queue = null;
    try {
      check = services.checkStore();
      queue = services.queue().depth();
    } catch (StoreException e) {
      error = String.valueOf(e.getMessage());
    }
    return new Findings(
        services.folder().root().toString(),
        services.logFile(),
        check,
        error,
        queue,
        services.configuration().generator(),
        services.configuration().geminiKey());
  }

  private void write(JsonGenerator out, Findings found) throws IOException {
    out.writeStartObject();
    out.writeStringField("version", services.version());
    out.writeStringField("java", java());
    out.writeStringField("system", system());
    out.writeStringField("user", userId());
    out.writeStringField("data_folder", found.dataFolder());
    JsonDocument.field(out, "log_file", found.logFile().map(Path::toString).orElse(null));
    out.writeObjectFieldStart("store");
    out.writeStringField("description", services.storeDescription());
    out.writeBooleanField("reachable", found.storeError() == null);
    JsonDocument.field(out, "check", found.check());
    JsonDocument.field(out, "error", found.storeError());
    out.writeEndObject();
    out.writeObjectFieldStart("generator");
    out.writeStringField("name", found.generator().value());
    out.writeStringField("from", from(found.generator()));
    out.writeEndObject();
    out.writeObjectFieldStart("key");
    out.writeBooleanField("known", found.key().isPresent());
    JsonDocument.field(out, "from", found.key().map(DoctorCommand::from).orElse(null));
    out.writeEndObject();
    @Nullable QueueDepth queue = found.queue();
    if (queue != null) {
      out.writeObjectFieldStart("queue");
      out.writeNumberField("waiting", queue.waiting());
      out.writeNumberField("delayed", queue.delayed());
      out.writeNumberField("running", queue.running());
      out.writeNumberField("stale", queue.stale());
      out.writeEndObject();
    }
    out.writeEndObject();
  }

  private void print(Findings found) {
    row("Fragments", services.version() + ", Java " + java() + ", " + system());
    row("Data folder", found.dataFolder());
    row("Log file", found.logFile().map(Path::toString).orElse("none"));
    row("User", userId());
    row("Store", services.storeDescription());
    row(
        "",
        found.storeError() == null ? "reachable: " + found.check() : "AWAY: " + found.storeError());
    row("Generator", found.generator().value() + " (" + from(found.generator()) + ")");
    row("Gemini key", found.key().map(key -> "known (" + from(key) + ")").orElse("not known"));
    if (found.keyIsMissing()) {
      row("", "MISSING: set GEMINI_API_KEY, or enter the key in Settings");
    }
    @Nullable QueueDepth queue = found.queue();
    if (queue != null) {
      row(
          "Queue",
          "%,d waiting, %,d delayed, %,d running, %,d stale"
              .formatted(queue.waiting(), queue.delayed(), queue.running(), queue.stale()));
    }
    if (queue != null && queue.stale() > 0) {
      row("", "A stale job's worker vanished; the next worker takes the job up");
    }
  }

  private void row(String name, String value) {
    terminal.out().println("%-12s %s".formatted(name, value));
  }

  private static String from(Setting<String> setting) {
    return switch (setting.origin()) {
      case COMMAND_LINE -> "from the command line";
      case ENVIRONMENT -> "from " + setting.name();
      case SETTINGS -> "from Settings";
      case DEFAULT -> "by default";
    };
  }

  private static String java() {
    return Runtime.version().toString();
  }

  private static String system() {
    return System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");
  }
}
