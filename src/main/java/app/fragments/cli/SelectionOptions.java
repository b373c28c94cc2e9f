package app.fragments.cli;

import app.fragments.journal.DateFormats;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryId;
import app.fragments.journal.Selection;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Which entries `weave` is to weave: of some days, of this or the last week, with a tag, or by id.
final class SelectionOptions {
  @Option(names = "--from", paramLabel = "D", description = "From this day on.")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "D", description = "Up to this day, included.")
  private @Nullable LocalDate to;

  @Option(names = "--this-week", description = "Monday to Sunday of today's week; the default.")
  private boolean thisWeek;

  @Option(names = "--last-week", description = "Monday to Sunday of the week before.")
  private boolean lastWeek;

  @Option(
      names = "--tag",
      paramLabel = "T",
      converter = TagConverter.class,
      description = "Only with this tag; many: any of them.")
  private final List<String> tags = new ArrayList<>();

  @Option(
      names = "--entry",
      paramLabel = "ID",
      description = "This entry; may be given many times.")
  private final List<String> entries = new ArrayList<>();

  /// What is wrong with the options together, or null.
  @Nullable String fault() {
    boolean days = from != null || to != null;
    if (Stream.of(days, thisWeek, lastWeek, !entries.isEmpty()).filter(given -> given).count()
        > 1) {
      return "Choose one of --from/--to, --this-week, --last-week and --entry";
    }
    if (!entries.isEmpty() && !tags.isEmpty()) {
      return "Choose either --entry or --tag";
    }
    if (from != null && to != null && to.isBefore(from)) {
      return "--to is before --from";
    }
    return null;
  }

  /// The entries, oldest first: the order of `F1 … Fn`.
  ///
  /// @throws CommandFailedException where there are none
  Selection select(EntryLookup lookup, LocalDate today) {
    List<EntryId> ids = entries.isEmpty() ? byDay(lookup, today) : byId(lookup);
    if (ids.isEmpty()) {
      throw new CommandFailedException("There are no entries to weave: " + describe(today));
    }
    return Selection.of(ids);
  }

  private List<EntryId> byDay(EntryLookup lookup, LocalDate today) {
    List<EntryId> ids = new ArrayList<>();
    lookup.forEach(filter(today), Integer.MAX_VALUE, header -> ids.add(header.id()));
    Collections.reverse(ids);
    return ids;
  }

  private List<EntryId> byId(EntryLookup lookup) {
    List<Entry> found = entries.stream().map(lookup::find).toList();
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

  private String describe(LocalDate today) {
    EntryFilter filter = filter(today);
    List<String> words = new ArrayList<>();
    if (filter.from() != null) {
      words.add("from " + filter.from());
    }
    if (filter.to() != null) {
      words.add("to " + filter.to());
    }
    if (!filter.tags().isEmpty()) {
      words.add("with the tag " + String.join(" or ", filter.tags()));
    }
    return String.join(" ", words);
  }
}
