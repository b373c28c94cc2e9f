package app.fragments.ui.journal;

import app.fragments.generator.TokenEstimate;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.ui.common.SelectionSummary;
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
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The headers of the whole journal in memory, trash included, in the order of the list. An entry
/// keeps its slot, a small number, for good: sets of entries are bit sets of slots.
///
/// Safe to use from any thread. Most methods touch every header once and wait for one another, so
/// they belong on a background thread (100,000 take a few milliseconds); [#find] waits for nobody.
final class JournalIndex {
  private static final Comparator<ListRow.Fragment> NEWEST_FIRST =
      (one, other) -> compare(other.header(), one.header());

  private final Map<EntryId, ListRow.Fragment> byId = new ConcurrentHashMap<>();
  private int slots;
  private List<ListRow.Fragment> ordered = List.of();
  private @Nullable JournalStats stats;

  /// Takes note of headers; older states than the known ones are ignored.
  ///
  /// @return whether anything was news
  synchronized boolean put(Collection<EntryHeader> headers) {
    Map<EntryId, ListRow.Fragment> news = new HashMap<>();
    BitSet replaced = new BitSet();
    for (EntryHeader header : headers) {
      ListRow.Fragment known = byId.get(header.id());
      if (known == null || isNews(known.header(), header)) {
        ListRow.Fragment row = new ListRow.Fragment(known == null ? slots++ : known.slot(), header);
        byId.put(header.id(), row);
        news.put(header.id(), row);
        replaced.set(row.slot());
      }
    }
    if (news.isEmpty()) {
      return false;
    }
    reorder(replaced, news.values().stream().sorted(NEWEST_FIRST).toList());
    return true;
  }

  /// Forgets entries that were removed for good.
  synchronized void remove(Collection<EntryId> ids) {
    BitSet gone = new BitSet();
    for (EntryId id : ids) {
      ListRow.Fragment row = byId.remove(id);
      if (row != null) {
        gone.set(row.slot());
      }
    }
    reorder(gone, List.of());
  }

  /// The names of all entries known now.
  synchronized Set<EntryId> ids() {
    return new HashSet<>(byId.keySet());
  }

  synchronized int size() {
    return byId.size();
  }

  @Nullable EntryHeader find(EntryId id) {
    ListRow.Fragment row = byId.get(id);
    return row == null ? null : row.header();
  }

  /// The list that a filter leaves.
  ///
  /// @param foundInText entries that have the searched words by the store's word
  /// @param before the listing that is on the screen
  synchronized ListSnapshot list(ListFilter filter, Set<EntryId> foundInText, ListSnapshot before) {
    HeaderFilter match = new HeaderFilter(filter.toEntryFilter(), foundInText);
    List<ListRow> rows = new ArrayList<>();
    BitSet shown = new BitSet(slots);
    Map<LocalDate, Integer> days = new HashMap<>();
    int heading = -1;
    for (ListRow.Fragment fragment : ordered) {
      if (!match.test(fragment.header())) {
        continue;
      }
      if (heading < 0 || !rows.get(heading).date().equals(fragment.date())) {
        closeDay(rows, heading);
        heading = rows.size();
        days.put(fragment.date(), heading);
        rows.add(new ListRow.Day(fragment.date(), 1));
      }
      rows.add(fragment);
      shown.set(fragment.slot());
    }
    closeDay(rows, heading);
    return new ListSnapshot(
        filter,
        Collections.unmodifiableList(rows),
        shown,
        shown.cardinality(),
        days,
        ListSnapshot.Change.between(before.rows(), rows),
        stats());
  }

  /// What these slots add up to; those in the trash are left out.
  synchronized SelectionSummary summarize(BitSet checked) {
    List<EntryHeader> selected = new ArrayList<>(checked.cardinality());
    for (ListRow.Fragment row : ordered.reversed()) {
      if (checked.get(row.slot()) && !row.header().inTrash()) {
        selected.add(row.header());
      }
    }
    if (selected.isEmpty()) {
      return SelectionSummary.NOTHING;
    }
    return new SelectionSummary(
        selected.stream().map(EntryHeader::id).toList(),
        new Period(selected.getFirst().date(), selected.getLast().date()),
        TokenEstimate.ofCharacters(selected.stream().mapToLong(EntryHeader::length).sum()));
  }

  private static int compare(EntryHeader one, EntryHeader other) {
    int days = one.date().compareTo(other.date());
    int times = days != 0 ? days : one.createdAt().compareTo(other.createdAt());
    return times != 0 ? times : one.id().compareTo(other.id());
  }

  private static boolean isNews(EntryHeader old, EntryHeader header) {
    return header.revision() != old.revision()
        ? header.revision() > old.revision()
        : !header.updatedAt().isBefore(old.updatedAt()) && !header.equals(old);
  }

  private static void closeDay(List<ListRow> rows, int heading) {
    if (heading >= 0) {
      rows.set(heading, new ListRow.Day(rows.get(heading).date(), rows.size() - heading - 1));
    }
  }

  /// Merges changed rows, sorted, into the rows that did not change.
  private void reorder(BitSet leaveOut, List<ListRow.Fragment> changed) {
    List<ListRow.Fragment> merged = new ArrayList<>(ordered.size() + changed.size());
    int next = 0;
    for (ListRow.Fragment row : ordered) {
      if (leaveOut.get(row.slot())) {
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
    JournalStats counted = stats;
    if (counted == null) {
      counted = JournalStats.of(ordered.stream().map(ListRow.Fragment::header).toList());
      stats = counted;
    }
    return counted;
  }
}
