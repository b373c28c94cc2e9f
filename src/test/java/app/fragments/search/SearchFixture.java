package app.fragments.search;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryId;
import app.fragments.journal.InMemoryEntryStore;
import app.fragments.search.SearchRequest.Order;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/// Searches a journal in memory. Entries are named by their titles. Today is 7 February 2026.
abstract class SearchFixture {
  static final String USER = "ada";
  static final LocalDate TODAY = LocalDate.of(2026, 2, 7);

  @TempDir Path folder;

  final StepClock clock = new StepClock();
  InMemoryEntryStore store = new InMemoryEntryStore(clock);
  final Map<EntryId, String> titles = new HashMap<>();
  private SearchService service;

  /// A second later each time it is asked.
  static final class StepClock extends Clock {
    private Instant now = Instant.parse("2026-02-07T12:00:00Z");

    @Override
    public synchronized Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  final SearchService service() {
    if (service == null) {
      service = open("store");
    }
    return service;
  }

  final SearchService open(String storeName) {
    return new SearchService(folder, () -> storeName, () -> store, () -> USER, clock);
  }

  @AfterEach
  final void close() {
    if (service != null) {
      service.close();
      service = null;
    }
  }

  final Entry write(String title, String text, String... tags) {
    return writeOn("2026-02-06", title, text, tags);
  }

  final Entry writeOn(String day, String title, String text, String... tags) {
    LocalDate date = LocalDate.parse(day);
    Instant at = date.atTime(9, 0).toInstant(ZoneOffset.UTC);
    Entry entry = Entry.write(USER, date, ZoneOffset.UTC, at, title, text).withTags(List.of(tags));
    titles.put(entry.id(), title);
    return store.save(entry);
  }

  final List<String> find(String query) {
    return titles(search(query).entries());
  }

  final List<String> titles(List<EntryId> ids) {
    return ids.stream().map(id -> titles.getOrDefault(id, "?")).toList();
  }

  final SearchResults search(String query) {
    return search(query, EntryFilter.ALL, Order.BEST);
  }

  final SearchResults search(String query, EntryFilter filter, Order order) {
    return search(service(), request(query, filter, order));
  }

  static SearchRequest request(String query, EntryFilter filter, Order order) {
    return new SearchRequest(SearchQuery.parse(query, TODAY), filter, order, 100, 100, 3);
  }

  static SearchResults search(SearchService service, SearchRequest request) {
    try {
      return service.searchCurrent(request, _ -> {});
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
