package app.fragments.ui.journal;

import app.fragments.generator.Generator;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.Tags;
import app.fragments.report.Period;
import app.fragments.search.SearchRequest;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.journal.ListFilter.ListOrder;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The headers of the whole journal in memory, trash included, in the order of the list. Each entry
/// keeps a slot, a small number, so that sets of entries are bit sets.
///
/// Thread-safe. Most methods visit every header under a lock (a few milliseconds for 100,000), so
/// call them in the background; [#find] does not block.
final class JournalIndex {
  private static final Comparator<ListRow.Fragment> NEWEST_FIRST =
      (one, other) -> compare(other.header(), one.header());

  private final Map<EntryId, ListRow.Fragment> byId = new ConcurrentHashMap<>();
  private int slots;
  private List<ListRow.Fragment> ordered = List.of();
  private @Nullable JournalStats stats;

  /// Adds or replaces headers, except by older states. Returns whether anything changed.
  synchronized boolean put(Collection<EntryHeader> headers) {
    Map<EntryId, ListRow.Fragment> changed = new HashMap<>();
    BitSet replaced = new BitSet();
    for (EntryHeader header : headers) {
      ListRow.Fragment known = byId.get(header.id());
      if (known == null || isNewer(header, known.header())) {
        ListRow.Fragment row = new ListRow.Fragment(known == null ? slots++ : known.slot(), header);
        byId.put(header.id(), row);
        changed.put(header.id(), row);
        replaced.set(row.slot());
      }
    }
    if (changed.isEmpty()) {
      return false;
    }
    merge(replaced, changed.values().stream().sorted(NEWEST_FIRST).toList());
    return true;
  }

  /// Drops permanently deleted entries. Returns whether anything changed.
  synchronized boolean remove(Collection<EntryId> ids) {
    BitSet removed = new BitSet();
    for (EntryId id : ids) {
      if (byId.remove(id) instanceof ListRow.Fragment row) {
        removed.set(row.slot());
      }
    }
    merge(removed, List.of());
    return !removed.isEmpty();
  }

  synchronized Set<EntryId> ids() {
    return new HashSet<>(byId.keySet());
  }

  synchronized int size() {
    return byId.size();
  }

  @Nullable EntryHeader find(EntryId id) {
    return byId.get(id) instanceof ListRow.Fragment row ? row.header() : null;
  }

  synchronized ListSnapshot snapshot(ListFilter filter, ListSnapshot previous) {
    List<ListRow.Fragment> all =
        filter.order() == ListOrder.NEWEST_FIRST ? ordered : ordered.reversed();
    return snapshot(filter, all, true, null, previous);
  }

  /// The entries that a search found, by day if the newest come first.
  synchronized ListSnapshot snapshot(SearchOutcome outcome, ListSnapshot previous) {
    List<ListRow.Fragment> found =
        outcome.results().entries().stream().map(byId::get).filter(Objects::nonNull).toList();
    boolean byDay = outcome.request().order() == SearchRequest.Order.NEWEST;
    return snapshot(outcome.filter(), found, byDay, outcome, previous);
  }

  private ListSnapshot snapshot(
      ListFilter filter,
      List<ListRow.Fragment> fragments,
      boolean byDay,
      @Nullable SearchOutcome outcome,
      ListSnapshot previous) {
    HeaderFilter match = new HeaderFilter(filter);
    List<ListRow> rows = new ArrayList<>();
    BitSet shown = new BitSet(slots);
    Map<LocalDate, Integer> days = new HashMap<>();
    int heading = -1;
    for (ListRow.Fragment fragment : fragments) {
      if (!match.test(fragment)) {
        continue;
      }
      if (byDay && (heading < 0 || !rows.get(heading).date().equals(fragment.date()))) {
        setCount(rows, heading);
        heading = rows.size();
        days.put(fragment.date(), heading);
        rows.add(new ListRow.Day(fragment.date(), 1));
      }
      rows.add(fragment);
      shown.set(fragment.slot());
    }
    setCount(rows, heading);
    return new ListSnapshot(
        filter,
        Collections.unmodifiableList(rows),
        shown,
        shown.cardinality(),
        days,
        ListSnapshot.Change.between(previous.rows(), rows),
        stats(),
        outcome);
  }

  private static void setCount(List<ListRow> rows, int heading) {
    if (heading >= 0) {
      rows.set(heading, new ListRow.Day(rows.get(heading).date(), rows.size() - heading - 1));
    }
  }

  /// Sums up the entries in these slots, without those in the trash.
  ///
  /// @param shown the slots in the list
  synchronized SelectionSummary summarize(BitSet checked, BitSet shown) {
    if (checked.isEmpty()) {
      return SelectionSummary.NOTHING;
    }
    List<EntryHeader> selected = new ArrayList<>(checked.cardinality());
    int hidden = 0;
    for (ListRow.Fragment row : ordered.reversed()) {
      if (checked.get(row.slot()) && !row.header().inTrash()) {
        selected.add(row.header());
        hidden += shown.get(row.slot()) ? 0 : 1;
      }
    }
    if (selected.isEmpty()) {
      return SelectionSummary.NOTHING;
    }
    return new SelectionSummary(
        selected.stream().map(EntryHeader::id).toList(),
        new Period(selected.getFirst().date(), selected.getLast().date()),
        Generator.estimateTokens(selected.stream().mapToLong(EntryHeader::length).sum()),
        hidden);
  }

  private static int compare(EntryHeader one, EntryHeader other) {
    int days = one.date().compareTo(other.date());
    int times = days != 0 ? days : one.createdAt().compareTo(other.createdAt());
    return times != 0 ? times : one.id().compareTo(other.id());
  }

  private static boolean isNewer(EntryHeader header, EntryHeader known) {
    return header.revision() != known.revision()
        ? header.revision() > known.revision()
        : !header.updatedAt().isBefore(known.updatedAt()) && !header.equals(known);
  }

  /// Removes the rows in some slots and merges changed rows, sorted, into the rest.
  private void merge(BitSet removed, List<ListRow.Fragment> changed) {
    List<ListRow.Fragment> merged = new ArrayList<>(ordered.size() + changed.size());
    int next = 0;
    for (ListRow.Fragment row : ordered) {
      if (removed.get(row.slot())) {
        continue;
      }
      while (next < changed.size() && NEWEST_FIRST.compare(changed.get(next), row) < 0) {
        merged.add(changed.get(next++));
      }
      merged.add(row);
    }
    merged.addAll(changed.subList(next, changed.size()));
    ordered = merged;
    stats = null;
  }

  private JournalStats stats() {
    if (stats == null) {
      stats = JournalStats.of(ordered.stream().map(ListRow.Fragment::header).toList());
    }
    return stats;
  }

  /// Matches headers against a filter, without its query.
  private static final class HeaderFilter {
    private final ListFilter filter;
    private final String tag;

    HeaderFilter(ListFilter filter) {
      this.filter = filter;
      tag = Tags.key(Objects.requireNonNullElse(filter.tag(), ""));
    }

    boolean test(ListRow.Fragment row) {
      EntryHeader header = row.header();
      return (filter.only() == null || filter.only().get(row.slot()))
          && header.inTrash() == (filter.scope() == ListScope.TRASH)
          && (filter.scope() != ListScope.STARRED || header.starred())
          && filter.days().contains(header.date())
          && (tag.isEmpty() || header.tags().stream().anyMatch(other -> Tags.isWithin(other, tag)));
    }
  }
}
