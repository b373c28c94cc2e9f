package app.fragments.ui.journal;

import app.fragments.journal.DateFormats;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.search.SearchQuery;
import app.fragments.ui.common.CoalescingTask;
import app.fragments.ui.common.SelectionActions;
import app.fragments.ui.common.SelectionSummary;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.journal.ListFilter.ListScope;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;

/// The journal as the window shows it: the list, the checked fragments and the open one. Work on
/// all headers (filtering, grouping, counting) is done by [JournalIndex] in the background. On the
/// FX thread.
public final class JournalViewModel {
  final ListSnapshot.VisibleRows rows = new ListSnapshot.VisibleRows();
  final ObjectProperty<LocalDate> today;
  private final UiContext context;
  private final JournalIndex index;
  private final JournalLoader loader;
  private final JournalSearch search;
  private final CheckedEntries checked = new CheckedEntries();

  /// The day that the list should scroll to, or null.
  final ObjectProperty<@Nullable LocalDate> scrollTarget = new SimpleObjectProperty<>();

  private final ObjectProperty<ListFilter> filter =
      new SimpleObjectProperty<>(ListFilter.EVERYTHING);
  private final ReadOnlyObjectWrapper<ListSnapshot> snapshot =
      new ReadOnlyObjectWrapper<>(ListSnapshot.EMPTY);
  private final ReadOnlyObjectWrapper<SelectionSummary> summary =
      new ReadOnlyObjectWrapper<>(SelectionSummary.NOTHING);
  private final ObjectProperty<@Nullable EntryId> current = new SimpleObjectProperty<>();
  private final ReadOnlyBooleanWrapper firstPageShown = new ReadOnlyBooleanWrapper();
  private final CoalescingTask<ListSnapshot> snapshotTask;
  private final CoalescingTask<SelectionSummary> summaryTask;
  private boolean checkAllWhenShown;

  JournalViewModel(UiContext context, JournalIndex index) {
    this.context = context;
    this.index = index;
    today = new SimpleObjectProperty<>(readToday());
    snapshotTask =
        new CoalescingTask<>(
            context.background(),
            this::snapshotWork,
            this::showSnapshot,
            e -> context.failed(e, "Cannot build the list"));
    summaryTask =
        new CoalescingTask<>(
            context.background(),
            this::summaryWork,
            summary::set,
            e -> context.failed(e, "Cannot sum up the selection"));
    search = new JournalSearch(context, filter::get, snapshotTask::refresh);
    loader = new JournalLoader(context, index, () -> indexChanged(true));
    filter.addListener(
        (o, old, now) -> {
          search.repeat();
          if (!now.isSearching()) {
            snapshotTask.refresh();
          }
          if (old.scope() == ListScope.TRASH && now.scope() != ListScope.TRASH) {
            checked.clearTrashed();
          }
        });
    checked.version.addListener((o, old, now) -> checkedChanged());
    context.health().state().addListener((o, old, now) -> loader.poll());
  }

  /// Loads the first page, opening the store if necessary.
  public void open() {
    loader.loadFirstPage();
  }

  /// Looks for changes by others, and for midnight. Called every few seconds.
  public void poll() {
    loader.poll();
    LocalDate now = readToday();
    if (!now.equals(today.get())) {
      today.set(now);
      filter.set(filter.get().withDays(filter.get().days().on(now)));
    }
  }

  public ReadOnlyObjectProperty<LocalDate> today() {
    return today;
  }

  public ObjectProperty<ListFilter> filter() {
    return filter;
  }

  /// What the list shows, a moment behind the filter.
  public ReadOnlyObjectProperty<ListSnapshot> snapshot() {
    return snapshot.getReadOnlyProperty();
  }

  JournalSearch search() {
    return search;
  }

  /// What is searched for.
  public SearchQuery query() {
    return search.query(filter.get());
  }

  public CheckedEntries checked() {
    return checked;
  }

  public ReadOnlyObjectProperty<SelectionSummary> summary() {
    return summary.getReadOnlyProperty();
  }

  /// The open fragment, or null. Setting it does not open a fragment.
  public ObjectProperty<@Nullable EntryId> current() {
    return current;
  }

  /// Whether the first page was loaded.
  public ReadOnlyBooleanProperty firstPageLoaded() {
    return loader.firstPageLoaded;
  }

  /// Whether the whole journal was read, so that an empty list means an empty journal.
  public ReadOnlyBooleanProperty readOnce() {
    return loader.readOnce;
  }

  ReadOnlyObjectProperty<StoreHealth.State> storeState() {
    return context.health().state();
  }

  boolean isAway() {
    return switch (storeState().get()) {
      case OPENING, READY -> false;
      case UNREACHABLE, REFUSED -> true;
    };
  }

  /// When the list was last up to date: "14:12".
  String loadedTime() {
    return DateFormats.time(loader.answeredAt, context.services().zone());
  }

  /// Whether the list shows the first page, even if it is empty.
  public ReadOnlyBooleanProperty firstPageShown() {
    return firstPageShown.getReadOnlyProperty();
  }

  public Optional<EntryHeader> find(EntryId id) {
    return Optional.ofNullable(index.find(id));
  }

  /// Shows and selects this week's fragments.
  public void selectThisWeek() {
    checkAllWhenShown = true;
    ListFilter week = filter.get().cleared().withDays(DayRange.thisWeek(today.get()));
    if (week.equals(filter.get())) {
      snapshotTask.refresh();
    } else {
      filter.set(week);
    }
  }

  /// Adds or replaces entries that this window has just saved, in the background: a change waits
  /// while a snapshot is being built.
  public void updateEntries(Collection<EntryHeader> headers) {
    List<EntryHeader> changed = List.copyOf(headers);
    context.run(() -> index.put(changed), this::indexChanged, "Cannot update the list");
  }

  /// Shows the days of a preset, or all days if it is active.
  void toggleDays(DayRange.Kind preset) {
    ListFilter now = filter.get();
    boolean active = now.days().kind() == preset;
    filter.set(now.withDays(active ? DayRange.EVERYTHING : DayRange.preset(preset, today.get())));
  }

  /// Scrolls the list to a day, or to the nearest one that has fragments. Days that hide it are
  /// shown again.
  void goTo(LocalDate day) {
    if (!filter.get().days().contains(day)) {
      filter.set(filter.get().withDays(DayRange.EVERYTHING));
    }
    scrollTarget.set(day);
  }

  /// What the weave bar can do to the selection.
  public SelectionActions selectionActions() {
    return new SelectionActions() {
      @Override
      public void clear() {
        checked.clear();
      }

      @Override
      public void showAll() {
        filter.set(filter.get().cleared().withOnly(checked.copy()));
      }

      @Override
      public void keepShown() {
        BitSet before = checked.copy();
        int dropped = summary.get().hidden();
        checked.keepShown(snapshot.get());
        context.toastUndo("entries.deselected", () -> checked.replace(before), dropped);
      }
    };
  }

  /// A list of the selected fragments follows the selection, and ends with it.
  private void checkedChanged() {
    ListFilter now = filter.get();
    if (now.isSelectedOnly()) {
      BitSet slots = checked.copy();
      filter.set(now.withOnly(slots.isEmpty() ? null : slots));
    }
    summaryTask.refresh();
  }

  void removeEntries(Collection<EntryId> ids) {
    List<EntryId> removed = List.copyOf(ids);
    context.run(() -> index.remove(removed), this::indexChanged, "Cannot update the list");
  }

  private void indexChanged(boolean changed) {
    if (changed) {
      snapshotTask.refresh();
      summaryTask.refresh();
    }
  }

  private Callable<ListSnapshot> snapshotWork() {
    ListFilter wanted = filter.get();
    ListSnapshot previous = snapshot.get();
    @Nullable SearchOutcome found = search.outcome();
    if (wanted.isSearching() && found != null) {
      return () -> index.snapshot(found, previous);
    }
    // until the first search has finished, the list shows what it did before
    ListFilter shown = wanted.isSearching() ? previous.filter() : wanted;
    return () -> index.snapshot(shown, previous);
  }

  private void showSnapshot(ListSnapshot next) {
    rows.show(next);
    snapshot.set(next);
    firstPageShown.set(firstPageShown.get() || firstPageLoaded().get());
    if (checkAllWhenShown && next.filter().equals(filter.get())) {
      checkAllWhenShown = false;
      checked.setShown(next, true);
    }
    summaryTask.refresh(); // it counts what is not shown
  }

  private Callable<SelectionSummary> summaryWork() {
    BitSet slots = checked.copy();
    BitSet shown = snapshot.get().slots();
    return () -> index.summarize(slots, shown);
  }

  private LocalDate readToday() {
    return LocalDate.ofInstant(context.services().clock().instant(), context.services().zone());
  }
}
