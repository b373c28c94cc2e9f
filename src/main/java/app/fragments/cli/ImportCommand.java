package app.fragments.cli;

import app.fragments.exchange.ImportFormat;
import app.fragments.exchange.ImportResult;
import app.fragments.exchange.ImportResult.Remark;
import app.fragments.exchange.ImportService;
import app.fragments.http.JsonFields;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    description = "Import Markdown files or jrnl's JSON export; importing again updates changes.")
final class ImportCommand extends Command {
  @Parameters(arity = "1..*", paramLabel = "PATH", description = "Folder or file.")
  private final List<Path> paths = new ArrayList<>();

  @Option(
      names = "--format",
      paramLabel = "F",
      defaultValue = "auto",
      description = "auto, markdown or jrnl; default auto.")
  private String format = "auto";

  @Option(names = "--dry-run", description = "Only report what would be done.")
  private boolean dryRun;

  @Override
  public Integer call() {
    ImportFormat known =
        ImportFormat.ofWire(format)
            .orElseThrow(
                () -> usageError("--format must be auto, markdown or jrnl, not " + format));
    ImportService service =
        new ImportService(services.entries(), userId(), services.clock().getZone(), dryRun);
    AtomicBoolean interrupted = new AtomicBoolean();
    ProgressLine progress = new ProgressLine(terminal);
    ImportResult result;
    try (var _ = terminal.signals().onEnd(() -> interrupted.set(true))) {
      result =
          service.run(
              paths,
              known,
              soFar -> progress.show("Entries read: %,d".formatted(soFar.read())),
              interrupted::get);
      progress.end();
      report(result);
    }
    boolean nothing = result.read() == 0 && !result.failed().isEmpty();
    boolean missing = !paths.stream().allMatch(Files::exists);
    return nothing || missing || result.cancelled() ? FAILED : DONE;
  }

  private void report(ImportResult result) {
    result.failed().forEach(this::say);
    if (json) {
      terminal.printJson(
          new JsonFields()
              .add("imported", result.imported())
              .add("updated", result.updated())
              .add("unchanged", result.unchanged())
              .add("failed", result.failed().stream().map(ImportCommand::json))
              .add("warnings", result.warnings().stream().map(ImportCommand::json)));
      return;
    }
    result.warnings().forEach(this::say);
    terminal.println(
        "%s %,d, updated %,d, unchanged %,d, failed %,d%s"
            .formatted(
                dryRun ? "Would import" : "Imported",
                result.imported(),
                result.updated(),
                result.unchanged(),
                result.failed().size(),
                result.cancelled() ? "; interrupted" : ""));
  }

  private void say(Remark remark) {
    terminal.say(remark.source() + ": " + remark.reason());
  }

  private static JsonFields json(Remark remark) {
    return new JsonFields().add("source", remark.source()).add("reason", remark.reason());
  }
}
