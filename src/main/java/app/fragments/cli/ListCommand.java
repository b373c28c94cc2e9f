package app.fragments.cli;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `list`: the entries, newest first.
@CommandLine.Command(description = "List entries, newest first.")
final class ListCommand extends Command {
  private static final int ON_SCREEN = 50;

  @Option(names = "--from", paramLabel = "D", description = "The first day.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "The last day, included.")
  private @Nullable LocalDate to;

  @Option(
      names = "--tag",
      paramLabel = "T",
      converter = TagConverter.class,
      description = "Only with this tag; many: any of them.")
  private final List<String> tags = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "At most so many.")
  private @Nullable Integer limit;

  ListCommand(CliServices services, Terminal terminal) {
    super(services, terminal);
  }

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw wrongUsage("--limit is at least 1");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw wrongUsage("--to is before --from");
    }
    EntryFilter filter = EntryFilter.ALL.between(from, to).withTags(tags);
    EntryLookup lookup = new EntryLookup(services.entries(), userId());
    if (json) {
      print(out -> writeAll(out, lookup, filter));
    } else {
      printLines(lookup, filter);
    }
    return ExitCode.DONE;
  }

  private void writeAll(JsonGenerator out, EntryLookup lookup, EntryFilter filter)
      throws IOException {
    try {
      lookup.forEachEntry(
          filter, limit == null ? Integer.MAX_VALUE : limit, entry -> write(out, entry));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    start(out);
    out.writeEndArray();
  }

  private static void write(JsonGenerator out, Entry entry) {
    try {
      start(out);
      EntryJson.write(out, entry);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nothing is written before the store has answered, so that its failure is a document alone.
  private static void start(JsonGenerator out) throws IOException {
    if (out.getOutputContext().inRoot()) {
      out.writeStartArray();
    }
  }

  private void printLines(EntryLookup lookup, EntryFilter filter) {
    int most = limit != null ? limit : terminal.interactive() ? ON_SCREEN : Integer.MAX_VALUE;
    lookup.forEach(
        filter,
        most,
        header ->
            terminal
                .out()
                .println(
                    terminal.interactive() ? EntryLine.onScreen(header) : EntryLine.of(header)));
    if (limit == null && terminal.interactive()) {
      long all = services.entries().count(userId(), filter);
      if (all > most) {
        say("%,d of %,d entries; --limit N shows more".formatted(most, all));
      }
    }
  }
}
