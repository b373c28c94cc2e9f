package app.fragments.cli;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/// `list`: lists entries, newest first.
@CommandLine.Command(description = "List entries, newest first.")
final class ListCommand extends Command {
  private static final int DEFAULT_ON_SCREEN = 50;

  @Option(names = "--from", paramLabel = "D", description = "First date.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Last date, inclusive.")
  private @Nullable LocalDate to;

  @Option(
      names = "--tag",
      paramLabel = "T",
      converter = Converters.TagConverter.class,
      description = "Only entries with this tag; repeatable: any of the tags.")
  private final List<String> tags = new ArrayList<>();

  @Option(names = "--limit", paramLabel = "N", description = "Maximum number.")
  private @Nullable Integer limit;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw wrongUsage("--limit must be at least 1");
    }
    if (from != null && to != null && to.isBefore(from)) {
      throw wrongUsage("--to is before --from");
    }
    EntryFilter filter = EntryFilter.ALL.between(from, to).withTags(tags);
    if (json) {
      int most = limit == null ? Integer.MAX_VALUE : limit;
      terminal.printJson(lookup().entries(filter, most).map(EntryFormat::json));
    } else {
      printLines(filter);
    }
    return DONE;
  }

  private void printLines(EntryFilter filter) {
    boolean onScreen = terminal.interactive();
    int most = limit != null ? limit : onScreen ? DEFAULT_ON_SCREEN : Integer.MAX_VALUE;
    Function<EntryHeader, String> format = onScreen ? EntryFormat::lineOnScreen : EntryFormat::line;
    lookup().headers(filter, most).map(format).forEach(terminal::println);
    if (limit == null && onScreen) {
      long all = services.entries().count(userId(), filter);
      if (all > most) {
        terminal.say("%,d of %,d entries; --limit N shows more".formatted(most, all));
      }
    }
  }
}
