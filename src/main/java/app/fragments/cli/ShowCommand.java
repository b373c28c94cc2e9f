package app.fragments.cli;

import app.fragments.http.EntryJson;
import app.fragments.journal.Entry;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

@CommandLine.Command(description = "Print an entry.")
final class ShowCommand extends Command {
  @Parameters(paramLabel = "ID", description = "The entry's id, or its first characters.")
  private String id = "";

  @Override
  public Integer call() {
    Entry entry = lookup().entry(id);
    if (json) {
      terminal.printJson(EntryJson.of(entry));
      return DONE;
    }
    terminal.println(EntryText.line(entry.header(), Integer.MAX_VALUE));
    if (entry.inTrash()) {
      terminal.println("(in the trash)");
    }
    terminal.println("");
    terminal.println(entry.text());
    return DONE;
  }
}
