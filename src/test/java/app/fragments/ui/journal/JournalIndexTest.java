package app.fragments.ui.journal;

import static org.assertj.core.api.Assertions.assertThat;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.search.SearchQuery;
import app.fragments.search.SearchRequest;
import app.fragments.search.SearchRequest.Order;
import app.fragments.search.SearchResults;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class JournalIndexTest {
  private final JournalIndex index = new JournalIndex();

  @Test
  void groups_by_day_newest_first() {
    index.put(
        List.of(
            entry("2026-02-04", 9, "Load test"),
            entry("2026-02-06", 11, "Pairing"),
            entry("2026-02-06", 16, "Shipped")));

    assertThat(titles(index.snapshot(ListFilter.EVERYTHING, ListSnapshot.EMPTY)))
        .containsExactly("2026-02-06 (2)", "Shipped", "Pairing", "2026-02-04 (1)", "Load test");
  }

  @Test
  void ignores_an_outdated_revision() {
    EntryHeader header = entry("2026-02-04", 9, "Old words");
    index.put(List.of(revised(header, 3, "New words")));

    assertThat(index.put(List.of(revised(header, 2, "Old words")))).isFalse();
    assertThat(titles(index.snapshot(ListFilter.EVERYTHING, ListSnapshot.EMPTY)))
        .contains("New words");
  }

  @Test
  void finds_an_entry_while_a_snapshot_is_being_built() {
    EntryHeader header = entry("2026-02-04", 9, "Load test");
    index.put(List.of(header));

    synchronized (index) { // as the snapshot does
      assertThat(
              CompletableFuture.supplyAsync(() -> index.find(header.id()))
                  .orTimeout(10, TimeUnit.SECONDS)
                  .join())
          .isEqualTo(header);
    }
  }

  @Test
  void an_entry_keeps_its_slot_when_it_moves_to_another_day() {
    EntryHeader header = entry("2026-02-04", 9, "Moves");
    index.put(List.of(header, entry("2026-02-05", 9, "Stays")));
    BitSet before = index.snapshot(on("2026-02-04"), ListSnapshot.EMPTY).slots();

    index.put(
        List.of(
            new Entry(
                    header.id(),
                    "ada",
                    LocalDate.parse("2026-02-09"),
                    ZoneOffset.UTC,
                    header.createdAt(),
                    header.updatedAt(),
                    2,
                    "Moves",
                    "",
                    List.of(),
                    null,
                    false,
                    null,
                    null)
                .header()));

    ListSnapshot after = index.snapshot(on("2026-02-09"), ListSnapshot.EMPTY);
    assertThat(after.slots()).isEqualTo(before);
    assertThat(titles(after)).containsExactly("2026-02-09 (1)", "Moves");
  }

  @Test
  void shows_what_a_search_found_in_its_order_and_by_day_if_the_newest_come_first() {
    EntryHeader older = entry("2026-02-04", 9, "Older");
    EntryHeader newer = entry("2026-02-05", 9, "Newer");
    index.put(List.of(older, newer, entry("2026-02-05", 10, "Other")));

    assertThat(titles(index.snapshot(found(Order.BEST, older, newer), ListSnapshot.EMPTY)))
        .containsExactly("Older", "Newer");
    assertThat(titles(index.snapshot(found(Order.NEWEST, newer, older), ListSnapshot.EMPTY)))
        .containsExactly("2026-02-05 (1)", "Newer", "2026-02-04 (1)", "Older");
  }

  @Test
  void leaves_out_what_was_found_but_does_not_fit_the_filter_any_more() {
    EntryHeader known = entry("2026-02-04", 9, "Known");
    index.put(List.of(known));
    SearchOutcome found = found(Order.BEST, known, entry("2026-02-04", 9, "Not loaded"));

    assertThat(titles(index.snapshot(found, ListSnapshot.EMPTY))).containsExactly("Known");
    SearchOutcome inTrash =
        new SearchOutcome(
            found.filter().withScope(ListScope.TRASH), found.request(), found.results(), null);
    assertThat(index.snapshot(inTrash, ListSnapshot.EMPTY).count()).isZero();
  }

  private static SearchOutcome found(Order order, EntryHeader... headers) {
    SearchRequest request = SearchRequest.of(SearchQuery.NONE, order, 10);
    List<EntryId> ids = Stream.of(headers).map(EntryHeader::id).toList();
    return new SearchOutcome(
        ListFilter.EVERYTHING.withSearch("words"),
        request,
        new SearchResults(ids.size(), ids, Map.of(), null, true),
        null);
  }

  @Test
  void summarizes_checked_entries_oldest_first() {
    EntryHeader late = entry("2026-02-06", 16, "Late");
    EntryHeader early = entry("2026-02-06", 11, "Early");
    EntryHeader first = entry("2026-02-04", 9, "First");
    index.put(List.of(late, early, first));
    CheckedEntries checked = new CheckedEntries();
    checked.setShown(index.snapshot(ListFilter.EVERYTHING, ListSnapshot.EMPTY), true);

    SelectionSummary sum = index.summarize(checked.copy(), checked.copy());

    assertThat(sum.entryIds()).containsExactly(first.id(), early.id(), late.id());
    assertThat(sum.period().label()).isEqualTo("Feb 4 – 6, 2026");
    assertThat(sum.tokens()).isPositive();
  }

  @Test
  void leaves_out_checked_entries_in_the_trash() {
    EntryHeader header = entry("2026-02-06", 16, "Gone");
    index.put(List.of(header));
    CheckedEntries checked = new CheckedEntries();
    checked.setShown(index.snapshot(ListFilter.EVERYTHING, ListSnapshot.EMPTY), true);

    index.put(List.of(trashed(header)));

    assertThat(index.summarize(checked.copy(), checked.copy())).isEqualTo(SelectionSummary.NOTHING);
    assertThat(
            index
                .snapshot(ListFilter.EVERYTHING.withScope(ListScope.TRASH), ListSnapshot.EMPTY)
                .count())
        .isEqualTo(1);
  }

  @Test
  void applying_the_change_turns_one_snapshot_into_the_next() {
    Random random = new Random(20260207);
    ListSnapshot shown = ListSnapshot.EMPTY;
    ListSnapshot.VisibleRows rows = new ListSnapshot.VisibleRows();
    List<ListRow> mirror = new ArrayList<>();
    rows.addListener(
        (javafx.collections.ListChangeListener<ListRow>)
            change -> {
              while (change.next()) {
                mirror
                    .subList(change.getFrom(), change.getFrom() + change.getRemovedSize())
                    .clear();
                mirror.addAll(
                    change.getFrom(), change.getList().subList(change.getFrom(), change.getTo()));
              }
            });
    List<EntryHeader> known = new ArrayList<>();
    for (int round = 0; round < 200; round++) {
      if (known.isEmpty() || random.nextInt(3) > 0) {
        known.add(entry("2026-02-0" + (1 + random.nextInt(9)), random.nextInt(24), "E" + round));
        index.put(List.of(known.getLast()));
      } else {
        Collections.shuffle(known, random);
        index.remove(List.of(known.removeLast().id()));
      }
      shown = index.snapshot(ListFilter.EVERYTHING, shown);
      rows.show(shown);
      assertThat(mirror).isEqualTo(shown.rows());
    }
  }

  @Test
  void one_change_among_a_hundred_thousand_entries_replaces_one_row() {
    List<EntryHeader> many = new ArrayList<>();
    for (int i = 0; i < 100_000; i++) {
      many.add(
          entry(LocalDate.parse("2020-01-01").plusDays(i / 40).toString(), i % 24, "Entry " + i));
    }
    index.put(many);
    ListSnapshot before = index.snapshot(ListFilter.EVERYTHING, ListSnapshot.EMPTY);

    index.put(List.of(revised(many.get(50_000), 2, "Changed")));
    ListSnapshot after = index.snapshot(ListFilter.EVERYTHING, before);

    assertThat(after.count()).isEqualTo(100_000);
    assertThat(after.change().added()).isEqualTo(1);
    assertThat(after.change().removed()).isEqualTo(1);
  }

  private static ListFilter on(String day) {
    return ListFilter.EVERYTHING.withDays(DayRange.day(LocalDate.parse(day)));
  }

  static EntryHeader entry(String day, int hour, String title) {
    LocalDate date = LocalDate.parse(day);
    return Entry.write(
            "ada",
            date,
            ZoneOffset.UTC,
            date.atTime(hour, 0).toInstant(ZoneOffset.UTC),
            title,
            "Words of " + title)
        .withRevision(1, Instant.parse("2026-02-07T12:00:00Z"))
        .header();
  }

  private static EntryHeader revised(EntryHeader old, long revision, String title) {
    return new EntryHeader(
        old.id(),
        old.date(),
        old.timeZone(),
        old.createdAt(),
        old.updatedAt().plusSeconds(revision),
        revision,
        title,
        old.excerpt(),
        old.length(),
        old.tags(),
        old.starred(),
        old.importer(),
        old.deletedAt());
  }

  private static EntryHeader trashed(EntryHeader old) {
    return new EntryHeader(
        old.id(),
        old.date(),
        old.timeZone(),
        old.createdAt(),
        old.updatedAt(),
        old.revision() + 1,
        old.title(),
        old.excerpt(),
        old.length(),
        old.tags(),
        old.starred(),
        old.importer(),
        old.updatedAt());
  }

  private static List<String> titles(ListSnapshot snapshot) {
    return snapshot.rows().stream()
        .map(
            row ->
                switch (row) {
                  case ListRow.Day day -> day.date() + " (" + day.count() + ")";
                  case ListRow.Fragment fragment -> fragment.header().title();
                })
        .toList();
  }
}
