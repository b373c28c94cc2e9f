package app.fragments.cli;

import app.fragments.http.EntryJson;
import app.fragments.journal.EntryFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@CommandLine.Command(description = "List entries, newest first.")
final class ListCommand extends Command {
  private static final int DEFAULT_ON_SCREEN = 50;
  private static final int TITLE_WIDTH_ON_SCREEN = 60;

  @Mixin private final SelectionOptions.Filter options = new SelectionOptions.Filter();

  @Option(names = "--limit", paramLabel = "N", description = "Maximum number.")
  private @Nullable Integer limit;

  @Override
  public Integer call() {
    rejectIf(limit != null && limit < 1, "--limit must be at least 1");
    options.check(this);
    EntryFilter filter = EntryFilter.ALL.between(options.from, options.to).withTags(options.tags);
    boolean onScreen = terminal.interactive() && !json;
    int most = limit != null ? limit : onScreen ? DEFAULT_ON_SCREEN : Integer.MAX_VALUE;
    if (json) {
      terminal.printJson(lookup().entries(filter, most).map(EntryJson::of));
      return DONE;
    }
    int width = onScreen ? TITLE_WIDTH_ON_SCREEN : Integer.MAX_VALUE;
    lookup().headers(filter, most).map(it -> EntryText.line(it, width)).forEach(terminal::println);
    if (limit == null && onScreen) {
      long all = services.entries().count(userId(), filter);
      if (all > most) {
        terminal.say("%,d of %,d entries; --limit N shows more".formatted(most, all));
      }
    }
    return DONE;
  }
}
