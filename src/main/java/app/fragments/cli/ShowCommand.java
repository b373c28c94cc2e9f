package app.fragments.cli;

import app.fragments.journal.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/// `show`: one entry.
@CommandLine.Command(description = "Print an entry.")
final class ShowCommand extends Command {
  @Parameters(paramLabel = "ID", description = "Its id, or the first characters of it.")
  private String id = "";

  ShowCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    Entry entry = new EntryLookup(services.entries(), userId()).find(id);
    if (json) {
      print(out -> EntryJson.write(out, entry));
      return ExitCode.DONE;
    }
    terminal.out().println(EntryLine.of(entry.header()));
    if (entry.inTrash()) {
      terminal.out().println("(in the trash)");
    }
    terminal.out().println();
    terminal.out().println(entry.text());
    return ExitCode.DONE;
  }
}
