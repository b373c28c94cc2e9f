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
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// The options that select entries to weave: by date, this or last week, tag or id.
final class SelectionOptions {
  static final class Filter {
    @Option(names = "--from", paramLabel = "D", description = "First date.")
    @Nullable LocalDate from;

    @Option(names = "--to", paramLabel = "D", description = "Last date, inclusive.")
    @Nullable LocalDate to;

    @Option(
        names = "--tag",
        paramLabel = "T",
        converter = Converters.TagConverter.class,
        description = "Only entries with this tag; repeatable: any of the tags.")
    final List<String> tags = new ArrayList<>();

    void check(Command command) {
      command.rejectIf(from != null && to != null && to.isBefore(from), "--to is before --from");
    }
  }

  @Mixin private final Filter filter = new Filter();

  @Option(names = "--this-week", description = "This week, Monday to Sunday; the default.")
  private boolean thisWeek;

  @Option(names = "--last-week", description = "Last week, Monday to Sunday.")
  private boolean lastWeek;

  @Option(names = "--entry", paramLabel = "ID", description = "This entry; repeatable.")
  private final List<String> entries = new ArrayList<>();

  void check(Command command) {
    boolean byId = !entries.isEmpty();
    command.rejectIf(
        Stream.of(hasDates(), thisWeek, lastWeek, byId).filter(given -> given).count() > 1,
        "Use only one of --from/--to, --this-week, --last-week and --entry");
    command.rejectIf(byId && !filter.tags.isEmpty(), "Use either --entry or --tag, not both");
    filter.check(command);
  }

  private boolean hasDates() {
    return filter.from != null || filter.to != null;
  }

  /// The selected entries, oldest first: the order of `F1 … Fn`.
  ///
  /// @throws CommandFailedException if there are none
  Selection select(Lookup lookup, LocalDate today) {
    if (!entries.isEmpty()) {
      return Selection.of(byId(lookup));
    }
    EntryFilter all = filter(today);
    List<EntryId> ids = lookup.headers(all, Integer.MAX_VALUE).map(EntryHeader::id).toList();
    if (ids.isEmpty()) {
      throw new CommandFailedException(
          "There are no entries to weave"
              + (all.from() == null ? "" : " from " + all.from())
              + (all.to() == null ? "" : " to " + all.to())
              + (all.tags().isEmpty() ? "" : " with the tag " + String.join(" or ", all.tags())));
    }
    return Selection.of(ids.reversed());
  }

  private List<EntryId> byId(Lookup lookup) {
    List<Entry> found = entries.stream().map(lookup::entry).toList();
    for (Entry entry : found) {
      if (entry.inTrash()) {
        throw new CommandFailedException("Entry " + entry.id() + " is in the trash");
      }
    }
    return found.stream()
        .sorted(Comparator.comparing(Entry::date).thenComparing(Entry::createdAt))
        .map(Entry::id)
        .toList();
  }

  private EntryFilter filter(LocalDate today) {
    LocalDate monday = DateFormats.startOfWeek(today);
    EntryFilter all = EntryFilter.ALL.withTags(filter.tags);
    if (lastWeek) {
      return all.between(monday.minusWeeks(1), monday.minusDays(1));
    }
    if (hasDates()) {
      return all.between(filter.from, filter.to);
    }
    return thisWeek || filter.tags.isEmpty() ? all.between(monday, monday.plusDays(6)) : all;
  }
}
