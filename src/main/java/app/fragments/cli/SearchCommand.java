package app.fragments.cli;

import app.fragments.http.EntryJson;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.search.IndexProgress;
import app.fragments.search.SearchQuery;
import app.fragments.search.SearchRequest;
import app.fragments.search.SearchRequest.Order;
import app.fragments.search.SearchResults;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Gatherers;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@CommandLine.Command(
    description = "Search the journal.",
    footer = {
      "",
      "All words must occur; the last one may be the start of a word. In a QUERY:",
      "  \"load test\"       a phrase; the shell needs quotes around it: '\"load test\"'",
      "  -staging          not this word, or not what follows the hyphen",
      "  tag:perf, #perf   a tag; project finds project/alpha, too",
      "  title:release     a word of the title",
      "  from: to: on:     2026-02-01, 2026-02, 2026, today or yesterday",
      "  is:starred, has:picture"
    })
final class SearchCommand extends Command {
  private static final int DEFAULT_LIMIT = 50;
  private static final int ENTRIES_AT_ONCE = 200;
  private static final Set<String> WITH_VALUE = Set.of("--limit", "--sort");
  private static final Set<String> SHORT_OPTIONS = Set.of("-h", "-V");

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Maximum number of entries; default 50.")
  private int limit = DEFAULT_LIMIT;

  @Option(names = "--sort", paramLabel = "S", description = "best or newest first; default best.")
  private Order order = Order.BEST;

  @Parameters(arity = "1..*", paramLabel = "QUERY", description = "What to search for.")
  private final List<String> words = new ArrayList<>();

  /// Puts the query of a search behind `--`, because picocli would read `-help` as an option.
  static String[] arrange(String[] arguments) {
    if (arguments.length == 0 || !arguments[0].equals("search")) {
      return arguments;
    }
    List<String> options = new ArrayList<>(List.of("search"));
    List<String> query = new ArrayList<>();
    for (int i = 1; i < arguments.length; i++) {
      String argument = arguments[i];
      if (argument.equals("--")) {
        query.addAll(List.of(arguments).subList(i + 1, arguments.length));
        break;
      }
      if (argument.startsWith("--") || SHORT_OPTIONS.contains(argument)) {
        options.add(argument);
        if (WITH_VALUE.contains(argument) && i + 1 < arguments.length) {
          options.add(arguments[++i]);
        }
      } else {
        query.add(argument);
      }
    }
    if (!query.isEmpty()) {
      options.add("--");
    }
    options.addAll(query);
    return options.toArray(String[]::new);
  }

  @Override
  public Integer call() throws InterruptedException {
    rejectIf(limit < 1, "--limit must be at least 1");
    SearchQuery query = query();
    SearchResults found = search(SearchRequest.of(query, order, limit));
    if (json) {
      terminal.printJson(EntryJson.of(found, entries(found)));
      return DONE;
    }
    entries(found).forEach(entry -> show(entry, found));
    if (found.entries().size() < found.total()) {
      terminal.say(
          "%,d of %,d entries; --limit N shows more"
              .formatted(found.entries().size(), found.total()));
    } else if (found.total() == 0) {
      terminal.say("Nothing found");
      if (found.didYouMean() != null) {
        terminal.say("Did you mean: " + found.didYouMean());
      }
    }
    return DONE;
  }

  private SearchQuery query() {
    SearchQuery query = SearchQuery.parse(String.join(" ", words), services.today());
    query.problems().stream()
        .findFirst()
        .ifPresent(
            part -> {
              throw usageError(query.describe(part));
            });
    rejectIf(query.isEmpty(), "There is nothing to search for");
    return query;
  }

  private SearchResults search(SearchRequest request) throws InterruptedException {
    ProgressLine progress = new ProgressLine(terminal);
    SearchResults found = services.search().searchCurrent(request, now -> show(now, progress));
    progress.end();
    if (!found.current()) {
      terminal.say(
          "Another process updates the search index and does not respond: new entries may be"
              + " missing");
    }
    return found;
  }

  private static void show(IndexProgress now, ProgressLine progress) {
    if (!now.isDone() && now.total() > 0) {
      progress.show("Building the search index: %,d of %,d".formatted(now.done(), now.total()));
    }
  }

  /// The entries that were found, without those that were removed a moment ago.
  private Stream<Entry> entries(SearchResults found) {
    Stream<List<EntryId>> pages =
        found.entries().stream().gather(Gatherers.windowFixed(ENTRIES_AT_ONCE));
    return pages.flatMap(ids -> services.entries().findAll(userId(), ids).stream());
  }

  private void show(Entry entry, SearchResults found) {
    terminal.println(EntryText.line(entry.header(), Integer.MAX_VALUE));
    found.context(entry.id()).snippets().forEach(it -> terminal.println("    " + it.text()));
  }
}
