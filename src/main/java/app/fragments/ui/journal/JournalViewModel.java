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
  private final JournalLoader loader;
  private final TextSearch search;
  private final CheckedEntries checked = new CheckedEntries();
  private final VisibleRows rows = new VisibleRows();
  private final ObjectProperty<ListFilter> filter =
      new SimpleObjectProperty<>(ListFilter.EVERYTHING);
  private final ReadOnlyObjectWrapper<ListSnapshot> snapshot =
      new ReadOnlyObjectWrapper<>(ListSnapshot.EMPTY);
  private final ReadOnlyObjectWrapper<SelectionSummary> summary =
      new ReadOnlyObjectWrapper<>(SelectionSummary.NOTHING);
  private final ObjectProperty<@Nullable EntryId> current = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<LocalDate> today;
  private final CoalescingTask<ListSnapshot> listTask;
  private final CoalescingTask<SelectionSummary> summaryTask;
  private final ReadOnlyBooleanWrapper firstPageShown = new ReadOnlyBooleanWrapper();
  private boolean checkAllWhenShown;

  public JournalViewModel(UiContext context) {
    this(context, new JournalIndex());
  }

  JournalViewModel(UiContext context, JournalIndex index) {
    this.context = context;
    this.index = index;
    today = new ReadOnlyObjectWrapper<>(readToday());
    listTask =
        new CoalescingTask<>(
            context.background(), this::snapshotWork, this::showSnapshot, this::failed);
    summaryTask =
        new CoalescingTask<>(context.background(), this::summaryWork, summary::set, this::failed);
    search = new TextSearch(context, index, SEARCH_DELAY, listTask::refresh);
    loader = new JournalLoader(context, index, this::indexChanged);
    filter.addListener((o, old, now) -> filterChanged(now));
    checked.version().addListener((o, old, now) -> summaryTask.refresh());
    context.health().state().addListener((o, old, now) -> loader.poll());
  }

  /// Begins to read, which opens the store where nobody has yet.
  public void open() {
    loader.open();
  }

  /// Looks for what others wrote, and for midnight; called every few seconds.
  public void poll() {
    loader.poll();
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
  public ReadOnlyObjectProperty<ListSnapshot> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  public ObservableList<ListRow> rows() {
    return rows;
  }

  public CheckedEntries checked() {
    return checked;
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
  public ReadOnlyBooleanProperty firstPageLoaded() {
    return loader.firstPageLoaded();
  }

  /// Whether the list shows the first page, also where there is nothing on it.
  public ReadOnlyBooleanProperty firstPageShown() {
    return firstPageShown.getReadOnlyProperty();
  }

  /// What is known of an entry without asking the store.
  public Optional<EntryHeader> find(EntryId id) {
    return Optional.ofNullable(index.find(id));
  }

  /// Shows the fragments of this week and ticks them all.
  public void selectThisWeek() {
    checkAllWhenShown = true;
    ListFilter week = ListFilter.EVERYTHING.withDays(DayRange.thisWeek(today.get()));
    if (week.equals(filter.get())) {
      listTask.refresh();
    } else {
      filter.set(week);
    }
  }

  /// Takes over entries that this window has just written; the list shows them a moment later.
  public void updateEntries(Collection<EntryHeader> headers) {
    List<EntryHeader> news = List.copyOf(headers);
    changeIndex(() -> index.put(news));
  }

  /// Takes over that entries were removed for good.
  public void removeEntries(Collection<EntryId> ids) {
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
    listTask.refresh();
  }

  private void indexChanged() {
    search.again();
    listTask.refresh();
    summaryTask.refresh();
  }

  private Callable<ListSnapshot> snapshotWork() {
    ListFilter wanted = filter.get();
    Set<EntryId> found = search.found();
    ListSnapshot before = snapshot.get();
    return () -> index.list(wanted, found, before);
  }

  private void showSnapshot(ListSnapshot next) {
    rows.show(next);
    snapshot.set(next);
    firstPageShown.set(firstPageShown.get() || firstPageLoaded().get());
    if (checkAllWhenShown && next.filter().equals(filter.get())) {
      checkAllWhenShown = false;
      checked.setShown(next, true);
    }
  }

  private Callable<SelectionSummary> summaryWork() {
    BitSet slots = checked.copy();
    return () -> index.summarize(slots);
  }

  private void failed(Exception failure) {
    LOG.error("The list could not be made", failure);
  }

  private LocalDate readToday() {
    return LocalDate.ofInstant(context.services().clock().instant(), context.services().zone());
  }
}
