package app.fragments.ui.journal;

import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.UiContext;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The journal as the window knows it: what the list shows, what is ticked, which fragment is open.
///
/// Everything that touches all headers (filtering, grouping, counting, adding up what is ticked) is
/// done in the background on [JournalIndex]; here on the FX thread only the outcome is taken over.
public final class JournalViewModel {
  private static final Duration SEARCH_DELAY = Duration.millis(120);
  private static final Logger LOG = LoggerFactory.getLogger(JournalViewModel.class);

  private final UiContext context;
  private final JournalIndex index;
  private final JournalLoader feed;
  private final TextSearch search;
  private final CheckedEntries ticks = new CheckedEntries();
  private final VisibleRows rows = new VisibleRows();
  private final ObjectProperty<ListFilter> filter =
      new SimpleObjectProperty<>(ListFilter.EVERYTHING);
  private final ReadOnlyObjectWrapper<ListSnapshot> listing =
      new ReadOnlyObjectWrapper<>(ListSnapshot.EMPTY);
  private final ReadOnlyObjectWrapper<SelectionSummary> summary =
      new ReadOnlyObjectWrapper<>(SelectionSummary.NOTHING);
  private final ObjectProperty<@Nullable EntryId> current = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<LocalDate> today;
  private final CoalescingTask<ListSnapshot> lister;
  private final CoalescingTask<SelectionSummary> adder;
  private final ReadOnlyBooleanWrapper listed = new ReadOnlyBooleanWrapper();
  private boolean tickAllOnNextListing;

  public JournalViewModel(UiContext context) {
    this(context, new JournalIndex());
  }

  JournalViewModel(UiContext context, JournalIndex index) {
    this.context = context;
    this.index = index;
    today = new ReadOnlyObjectWrapper<>(readToday());
    lister =
        new CoalescingTask<>(context.background(), this::listWork, this::showListing, this::failed);
    adder = new CoalescingTask<>(context.background(), this::addWork, summary::set, this::failed);
    search = new TextSearch(context, index, SEARCH_DELAY, lister::refresh);
    feed = new JournalLoader(context, index, this::indexChanged);
    filter.addListener((o, old, now) -> filterChanged(now));
    ticks.version().addListener((o, old, now) -> adder.refresh());
    context.health().state().addListener((o, old, now) -> feed.poll());
  }

  /// Begins to read, which opens the store where nobody has yet.
  public void open() {
    feed.open();
  }

  /// Looks for what others wrote, and for midnight; called every few seconds.
  public void poll() {
    feed.poll();
    LocalDate now = readToday();
    if (!now.equals(today.get())) {
      today.set(now);
      filter.set(filter.get().withDays(filter.get().days().on(now)));
    }
  }

  /// What the list is asked to show.
  public ObjectProperty<ListFilter> filter() {
    return filter;
  }

  /// What the list shows: the answer to a filter that was asked for a moment ago.
  public ReadOnlyObjectProperty<ListSnapshot> listing() {
    return listing.getReadOnlyProperty();
  }

  public ObservableList<ListRow> rows() {
    return rows;
  }

  public CheckedEntries ticks() {
    return ticks;
  }

  /// What is ticked, added up.
  public ReadOnlyObjectProperty<SelectionSummary> summary() {
    return summary.getReadOnlyProperty();
  }

  /// The fragment that is open, or null: it follows what is opened and opens nothing.
  public ObjectProperty<@Nullable EntryId> current() {
    return current;
  }

  public ReadOnlyObjectProperty<LocalDate> today() {
    return today.getReadOnlyProperty();
  }

  /// Whether the first page is there, so that an empty list means an empty journal.
  public ReadOnlyBooleanProperty started() {
    return feed.started();
  }

  /// Whether the list shows the first page, also where there is nothing on it.
  public ReadOnlyBooleanProperty listed() {
    return listed.getReadOnlyProperty();
  }

  /// What is known of an entry without asking the store.
  public Optional<EntryHeader> find(EntryId id) {
    return Optional.ofNullable(index.find(id));
  }

  /// Shows the fragments of this week and ticks them all.
  public void selectThisWeek() {
    tickAllOnNextListing = true;
    ListFilter week = ListFilter.EVERYTHING.withDays(DayRange.thisWeek(today.get()));
    if (week.equals(filter.get())) {
      lister.refresh();
    } else {
      filter.set(week);
    }
  }

  /// Takes over entries that this window has just written; the list shows them a moment later.
  public void written(Collection<EntryHeader> headers) {
    List<EntryHeader> news = List.copyOf(headers);
    changeIndex(() -> index.put(news));
  }

  /// Takes over that entries were removed for good.
  public void purged(Collection<EntryId> ids) {
    List<EntryId> gone = List.copyOf(ids);
    changeIndex(
        () -> {
          index.remove(gone);
          return true;
        });
  }

  /// A list that is being made keeps whoever changes the index waiting.
  private void changeIndex(Callable<Boolean> change) {
    context
        .background()
        .run(
            change,
            changed -> {
              if (changed) {
                indexChanged();
              }
            });
  }

  private void filterChanged(ListFilter now) {
    search.search(now);
    lister.refresh();
  }

  private void indexChanged() {
    search.again();
    lister.refresh();
    adder.refresh();
  }

  private Callable<ListSnapshot> listWork() {
    ListFilter wanted = filter.get();
    Set<EntryId> found = search.found();
    ListSnapshot before = listing.get();
    return () -> index.list(wanted, found, before);
  }

  private void showListing(ListSnapshot next) {
    rows.show(next);
    listing.set(next);
    listed.set(listed.get() || started().get());
    if (tickAllOnNextListing && next.filter().equals(filter.get())) {
      tickAllOnNextListing = false;
      ticks.setShown(next, true);
    }
  }

  private Callable<SelectionSummary> addWork() {
    BitSet ticked = ticks.copy();
    return () -> index.summarize(ticked);
  }

  private void failed(Exception failure) {
    LOG.error("The list could not be made", failure);
  }

  private LocalDate readToday() {
    return LocalDate.ofInstant(context.services().clock().instant(), context.services().zone());
  }
}
