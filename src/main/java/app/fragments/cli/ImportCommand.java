package app.fragments.cli;

import app.fragments.exchange.ImportFormat;
import app.fragments.exchange.ImportListener;
import app.fragments.exchange.ImportResult;
import app.fragments.exchange.ImportResult.Remark;
import app.fragments.exchange.ImportService;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `import`: entries from elsewhere.
@CommandLine.Command(
    description = "Import Markdown files or jrnl's JSON export; again: updates what changed.")
final class ImportCommand extends Command {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "A folder or a file.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "auto",
      description = "auto, markdown or jrnl; default auto.")
  private String format = "auto";

  @Option(names = "--dry-run", description = "Only say what would be done.")
  private boolean dryRun;

  ImportCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    ImportFormat known =
        ImportFormat.ofWire(format)
            .orElseThrow(() -> wrongUsage("--format is auto, markdown or jrnl, not " + format));
    ImportService run = new ImportService(services.entries(), userId(), services.zone(), dryRun);
    AtomicBoolean interrupted = new AtomicBoolean();
    ProgressLine progress = new ProgressLine(terminal);
    ImportResult result;
    try (var _ = terminal.signals().onEnd(() -> interrupted.set(true))) {
      result =
          run.run(
              paths,
              known,
              new ImportListener() {
                @Override
                public void progress(ImportResult soFar) {
                  progress.show("%,d entries read".formatted(soFar.read()));
                }

                @Override
                public boolean isCancelled() {
                  return interrupted.get();
                }
              });
      progress.end();
      report(result);
    }
    boolean nothing = result.read() == 0 && !result.failed().isEmpty();
    boolean missing = !paths.stream().allMatch(Files::exists);
    return nothing || missing || result.cancelled() ? ExitCode.FAILED : ExitCode.DONE;
  }

  private void report(ImportResult result) {
    result.failed().forEach(remark -> say(remark.source() + ": " + remark.reason()));
    if (json) {
      print(out -> write(out, result));
      return;
    }
    result.warnings().forEach(remark -> say(remark.source() + ": " + remark.reason()));
    terminal
        .out()
        .println(
            "%s %,d, updated %,d, unchanged %,d, failed %,d%s"
                .formatted(
                    dryRun ? "Would import" : "Imported",
                    result.imported(),
                    result.updated(),
                    result.unchanged(),
                    result.failed().size(),
                    result.cancelled() ? "; stopped before the end" : ""));
  }

  private static void write(JsonGenerator out, ImportResult result) throws IOException {
    out.writeStartObject();
    out.writeNumberField("imported", result.imported());
    out.writeNumberField("updated", result.updated());
    out.writeNumberField("unchanged", result.unchanged());
    write(out, "failed", result.failed());
    write(out, "warnings", result.warnings());
    out.writeEndObject();
  }

  private static void write(JsonGenerator out, String name, List<Remark> remarks)
      throws IOException {
    out.writeArrayFieldStart(name);
    for (Remark remark : remarks) {
      out.writeStartObject();
      out.writeStringField("source", remark.source());
      out.writeStringField("reason", remark.reason());
      out.writeEndObject();
    }
    out.writeEndArray();
  }
}
