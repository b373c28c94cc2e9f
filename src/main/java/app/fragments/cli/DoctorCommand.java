package app.fragments.cli;

import app.fragments.diagnostics.Diagnosis;
import app.fragments.diagnostics.HealthIssue;
import app.fragments.diagnostics.HealthIssueKind;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `doctor`: looks at all that may be wrong, and mends what can be mended where asked to.
@CommandLine.Command(description = "Look at the store, the key and the queue; mend them.")
final class DoctorCommand extends Command {
  @Option(names = "--repair", description = "Mend what can be mended, then look again.")
  private boolean repair;

  @Option(names = "--online", description = "Try the key: asks Gemini, sending no text.")
  private boolean online;

  DoctorCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    Diagnosis first = Diagnosis.of(services, online);
    Diagnosis found = first;
    if (repair && first.storeError() == null) {
      services.healthCheck().repair();
      found = Diagnosis.of(services, online);
    }
    List<HealthIssue> mended = mended(first.findings(), found.findings());
    Diagnosis last = found;
    if (json) {
      print(out -> write(out, last, mended));
    } else {
      print(last, mended);
    }
    if (last.storeAway()) {
      return ExitCode.STORE_AWAY;
    }
    return last.findings().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
  }

  /// What was there before a repair and is no longer.
  private static List<HealthIssue> mended(List<HealthIssue> before, List<HealthIssue> after) {
    Set<HealthIssueKind> left = after.stream().map(HealthIssue::kind).collect(Collectors.toSet());
    return before.stream()
        .filter(finding -> finding.kind().repairable() && !left.contains(finding.kind()))
        .toList();
  }

  private void write(JsonGenerator out, Diagnosis found, List<HealthIssue> mended)
      throws IOException {
    DiagnosisJson diagnosis = new DiagnosisJson(out);
    out.writeStartObject();
    out.writeStringField("version", services.version());
    out.writeStringField("java", java());
    out.writeStringField("system", system());
    out.writeStringField("user", userId());
    out.writeStringField("data_folder", services.folder().root().toString());
    JsonDocument.field(out, "log_file", services.logFile().map(Path::toString).orElse(null));
    diagnosis.store(services.storeDescription(), found);
    diagnosis.generator(found);
    diagnosis.queue(found);
    if (repair) {
      diagnosis.findings("repaired", mended);
    }
    diagnosis.findings("findings", found.findings());
    out.writeEndObject();
  }

  private void print(Diagnosis found, List<HealthIssue> mended) {
    DiagnosisText diagnosis = new DiagnosisText(terminal);
    diagnosis.row("Fragments", services.version() + ", Java " + java() + ", " + system());
    diagnosis.row("Data folder", services.folder().root().toString());
    diagnosis.row("Log file", services.logFile().map(Path::toString).orElse("none"));
    diagnosis.row("User", userId());
    diagnosis.store(services.storeDescription(), found);
    diagnosis.generator(found, online);
    diagnosis.queue(found);
    mended.forEach(diagnosis::repaired);
    found.findings().forEach(diagnosis::finding);
    if (found.findings().isEmpty()) {
      diagnosis.row("Verdict", "healthy");
    }
  }

  private static String java() {
    return Runtime.version().toString();
  }

  private static String system() {
    return System.getProperty("os.name", "?") + " " + System.getProperty("os.arch", "?");
  }
}
