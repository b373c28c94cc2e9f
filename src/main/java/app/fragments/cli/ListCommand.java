package app.fragments.cli;

import app.fragments.journal.EntryFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `list`: lists entries, newest first.
@CommandLine.Command(description = "List entries, newest first.")
final class ListCommand extends Command {
  private static final int DEFAULT_ON_SCREEN = 50;
  private static final int TITLE_WIDTH_ON_SCREEN = 60;

  @Mixin private final SelectionOptions.Filter options = new SelectionOptions.Filter();

  @Option(names = "--limit", paramLabel = "N", description = "Maximum number.")
  private @Nullable Integer limit;

  @Override
  public Integer call() {
    if (limit != null && limit < 1) {
      throw wrongUsage("--limit must be at least 1");
    }
    @Nullable String conflict = options.conflict();
    if (conflict != null) {
      throw wrongUsage(conflict);
    }
    EntryFilter filter = EntryFilter.ALL.between(options.from, options.to).withTags(options.tags);
    int most = limit == null ? Integer.MAX_VALUE : limit;
    if (json) {
      terminal.printJson(lookup().entries(filter, most).map(EntryFormat::json));
    } else if (terminal.interactive()) {
      printOnScreen(filter);
    } else {
      lookup().headers(filter, most).map(EntryFormat::line).forEach(terminal::println);
    }
    return DONE;
  }

  private void printOnScreen(EntryFilter filter) {
    int most = limit == null ? DEFAULT_ON_SCREEN : limit;
    lookup()
        .headers(filter, most)
        .map(entry -> EntryFormat.line(entry, TITLE_WIDTH_ON_SCREEN))
        .forEach(terminal::println);
    if (limit == null) {
      long all = services.entries().count(userId(), filter);
      if (all > most) {
        terminal.say("%,d of %,d entries; --limit N shows more".formatted(most, all));
      }
    }
  }
}
