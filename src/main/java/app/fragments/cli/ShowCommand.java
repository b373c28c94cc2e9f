package app.fragments.cli;

import app.fragments.journal.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `show`: prints one entry.
@CommandLine.Command(description = "Print an entry.")
final class ShowCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The entry's id, or its first characters.")
  private String id = "";

  ShowCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    Entry entry = lookup().entry(id);
    if (json) {
      terminal.printJson(EntryFormat.json(entry));
      return ExitCode.DONE;
    }
    terminal.println(EntryFormat.line(entry.header()));
    if (entry.inTrash()) {
      terminal.println("(in the trash)");
    }
    terminal.println("");
    terminal.println(entry.text());
    return ExitCode.DONE;
  }
}
