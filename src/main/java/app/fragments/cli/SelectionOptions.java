package app.fragments.cli;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that select entries to weave: by date, this or last week, tag or id.
final class SelectionOptions {
  @Option(names = "--from", paramLabel = "D", description = "First date.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Last date, inclusive.")
  private @Nullable LocalDate to;

  @Option(names = "--this-week", description = "This week, Monday to Sunday; the default.")
  private boolean thisWeek;

  @Option(names = "--last-week", description = "Last week, Monday to Sunday.")
  private boolean lastWeek;

  @Option(
      names = "--tag",
      paramLabel = "T",
      converter = Converters.TagConverter.class,
      description = "Only entries with this tag; repeatable: any of the tags.")
  private final List<String> tags = new ArrayList<>();

  @Option(names = "--entry", paramLabel = "ID", description = "This entry; repeatable.")
  private final List<String> entries = new ArrayList<>();

  /// Why the options do not fit together, or null if they do.
  @Nullable String conflict() {
    boolean dates = from != null || to != null;
    if (Stream.of(dates, thisWeek, lastWeek, !entries.isEmpty()).filter(given -> given).count()
        > 1) {
      return "Use only one of --from/--to, --this-week, --last-week and --entry";
    }
    if (!entries.isEmpty() && !tags.isEmpty()) {
      return "Use either --entry or --tag, not both";
    }
    if (from != null && to != null && to.isBefore(from)) {
      return "--to is before --from";
    }
    return null;
  }

  /// The selected entries, oldest first: the order of `F1 … Fn`.
  ///
  /// @throws CommandFailedException if there are none
  Selection select(Lookup lookup, LocalDate today) {
    List<EntryId> ids = entries.isEmpty() ? byFilter(lookup, filter(today)) : byId(lookup);
    if (ids.isEmpty()) {
      throw new CommandFailedException("There are no entries to weave" + describe(filter(today)));
    }
    return Selection.of(ids);
  }

  private static List<EntryId> byFilter(Lookup lookup, EntryFilter filter) {
    return lookup.headers(filter, Integer.MAX_VALUE).map(EntryHeader::id).toList().reversed();
  }

  private List<EntryId> byId(Lookup lookup) {
    List<Entry> found = entries.stream().map(lookup::entry).toList();
    found.stream()
        .filter(Entry::inTrash)
        .findFirst()
        .ifPresent(
            entry -> {
              throw new CommandFailedException("Entry " + entry.id() + " is in the trash");
            });
    return found.stream()
        .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::createdAt))
        .map(Entry::id)
        .toList();
  }

  private EntryFilter filter(LocalDate today) {
    LocalDate monday = DateFormats.startOfWeek(today);
    EntryFilter all = EntryFilter.ALL.withTags(tags);
    if (lastWeek) {
      return all.between(monday.minusWeeks(1), monday.minusDays(1));
    }
    if (from != null || to != null) {
      return all.between(from, to);
    }
    return thisWeek || tags.isEmpty() ? all.between(monday, monday.plusDays(6)) : all;
  }

  private static String describe(EntryFilter filter) {
    return (filter.from() == null ? "" : " from " + filter.from())
        + (filter.to() == null ? "" : " to " + filter.to())
        + (filter.tags().isEmpty() ? "" : " with the tag " + String.join(" or ", filter.tags()));
  }
}
