package app.fragments.ui.journal;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryId;
import app.fragments.search.IndexProgress;
import app.fragments.search.MatchContext;
import app.fragments.search.SearchException;
import app.fragments.search.SearchQuery;
import app.fragments.search.SearchRequest;
import app.fragments.search.SearchRequest.Order;
import app.fragments.search.SearchResults;
import app.fragments.search.SearchService;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// Searches the index at each change of the query, and again when the index has changed. The
/// matches in context are read for the first rows, and for others when they are shown. On the FX
/// thread.
final class JournalSearch {
  private static final int MAX_ROWS = 1_000;
  private static final int FIRST_CONTEXTS = 16;

  private final UiContext context;
  private final Supplier<ListFilter> filter;
  private final Runnable onFound;
  private final CoalescingTask<SearchOutcome> task;
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.BEST);
  private final ReadOnlyObjectWrapper<IndexProgress> progress =
      new ReadOnlyObjectWrapper<>(IndexProgress.DONE);
  private final ReadOnlyIntegerWrapper contextsVersion = new ReadOnlyIntegerWrapper();
  private final AtomicBoolean changeAnnounced = new AtomicBoolean();
  private final Map<EntryId, MatchContext> contexts = new HashMap<>();
  private final Set<EntryId> wantedContexts = new LinkedHashSet<>();
  private @Nullable SearchOutcome outcome;
  private boolean listening;

  /// @param filter the current one
  /// @param onFound called when [#outcome] has changed
  JournalSearch(UiContext context, Supplier<ListFilter> filter, Runnable onFound) {
    this.context = context;
    this.filter = filter;
    this.onFound = onFound;
    task = new CoalescingTask<>(context.background(), this::work, this::finished, this::failed);
    order.addListener((o, old, now) -> repeat());
  }

  ObjectProperty<Order> order() {
    return order;
  }

  /// How far the index is.
  ReadOnlyObjectProperty<IndexProgress> progress() {
    return progress.getReadOnlyProperty();
  }

  /// Changes when more matches in context are there.
  ReadOnlyIntegerProperty contextsVersion() {
    return contextsVersion.getReadOnlyProperty();
  }

  /// Opens the index, so that the first search need not wait for it.
  void prepare() {
    SearchService search = service();
    context.run(
        () -> {
          search.open();
          return true;
        },
        opened -> {},
        this::failed);
  }

  /// Searches if there is a query.
  void repeat() {
    if (filter.get().isSearching()) {
      task.refresh();
    } else {
      outcome = null;
    }
  }

  /// The result of the last search that has finished, or null.
  @Nullable SearchOutcome outcome() {
    return outcome;
  }

  SearchQuery query(ListFilter wanted) {
    LocalDate today =
        LocalDate.ofInstant(context.services().clock().instant(), context.services().zone());
    return SearchQuery.parse(wanted.search(), today);
  }

  /// The matches in an entry that was found; [MatchContext#NONE] until they are read.
  MatchContext match(EntryId id) {
    MatchContext known = contexts.get(id);
    if (known != null) {
      return known;
    }
    if (wantedContexts.isEmpty()) {
      Platform.runLater(this::readContexts);
    }
    wantedContexts.add(id);
    return MatchContext.NONE;
  }

  private SearchService service() {
    SearchService search = context.services().search();
    if (!listening) {
      listening = true;
      search.onChange(
          () -> {
            if (changeAnnounced.compareAndSet(false, true)) {
              Platform.runLater(() -> indexChanged(search));
            }
          });
    }
    return search;
  }

  private void indexChanged(SearchService search) {
    changeAnnounced.set(false);
    progress.set(search.progress());
    if (outcome != null || filter.get().isSearching()) {
      task.refresh();
    }
  }

  private Callable<SearchOutcome> work() {
    ListFilter wanted = filter.get();
    SearchRequest request =
        new SearchRequest(
            query(wanted), restriction(wanted), order.get(), MAX_ROWS, FIRST_CONTEXTS, 1);
    SearchService search = service();
    return () -> {
      try {
        return new SearchOutcome(wanted, request, search.search(request), null);
      } catch (SearchException e) {
        return new SearchOutcome(wanted, request, SearchResults.NOTHING, e.getMessage());
      }
    };
  }

  private static EntryFilter restriction(ListFilter filter) {
    return new EntryFilter(
        filter.days().from(),
        filter.days().to(),
        filter.tag() == null ? List.of() : List.of(filter.tag()),
        filter.scope() == ListScope.STARRED,
        filter.scope() == ListScope.TRASH,
        List.of());
  }

  private void finished(SearchOutcome found) {
    if (!filter.get().isSearching()) {
      outcome = null;
      return;
    }
    outcome = found;
    contexts.clear();
    contexts.putAll(found.results().contexts());
    wantedContexts.clear();
    contextsVersion.set(contextsVersion.get() + 1);
    onFound.run();
  }

  private void readContexts() {
    List<EntryId> ids = new ArrayList<>(wantedContexts);
    wantedContexts.clear();
    SearchOutcome searched = outcome;
    if (ids.isEmpty() || searched == null) {
      return;
    }
    SearchService search = service();
    context.run(
        () -> search.contexts(searched.request(), ids),
        read -> {
          if (searched.equals(outcome)) {
            contexts.putAll(read);
            contextsVersion.set(contextsVersion.get() + 1);
          }
        },
        this::failed);
  }

  private void failed(Exception failure) {
    context.failed(failure, "Cannot search");
  }
}
