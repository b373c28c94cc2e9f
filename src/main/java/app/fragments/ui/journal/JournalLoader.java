package app.fragments.ui.journal;

import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore.EntryChanges;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Fills the index: the first page at once, the whole journal when the store answers, and from then
/// on everybody's changes. Reads run in the background and never overlap. On the FX thread.
final class JournalLoader {
  /// Larger pages are no faster and outlive the young generation: with pages of 2,000, 10,000
  /// entries took 25 MB more.
  private static final int PAGE = 400;

  final BooleanProperty firstPageLoaded = new SimpleBooleanProperty();
  private final UiContext context;
  private final UiServices services;
  private final JournalIndex index;
  private final Runnable onChange;

  /// Whether the whole journal was read at least once.
  final BooleanProperty readOnce = new SimpleBooleanProperty();

  /// When the store last answered, by this computer's clock.
  Instant answeredAt = Instant.EPOCH;

  private boolean reading;

  /// Whether the whole journal was read, as of this time of the store's clock.
  private boolean complete;

  private Instant asOf = Instant.EPOCH;
  private boolean mismatch;

  private record Changes(Instant asOf, boolean any, boolean mismatch) {}

  JournalLoader(UiContext context, JournalIndex index, Runnable onChange) {
    this.context = context;
    this.services = context.services();
    this.index = index;
    this.onChange = onChange;
  }

  /// Reads the first page, which may come from the start-up snapshot instead of the store.
  void loadFirstPage() {
    read(
        () -> index.put(services.firstPage()),
        changed -> {
          reading = false;
          answeredAt = services.clock().instant();
          pageRead();
        });
  }

  /// Reads the changes since the last read, or the whole journal the first time. Does nothing while
  /// another read runs or the store is unreachable.
  void poll() {
    if (reading || context.health().state().get() != StoreHealth.State.READY) {
      return;
    }
    if (complete) {
      Instant since = asOf;
      read(() -> readChanges(since), this::changesRead);
    } else {
      read(this::readAll, this::allRead);
    }
  }

  private Instant readAll() {
    Instant start = services.storeClock().now();
    Set<EntryId> removed = index.ids();
    readPages(EntryFilter.ALL, removed);
    readPages(EntryFilter.ALL.inTrash(), removed);
    index.remove(removed);
    return start;
  }

  /// @param removed loses the ids that were read
  private void readPages(EntryFilter filter, Set<EntryId> removed) {
    Stream<List<EntryHeader>> pages = services.entries().pages(services.userId(), filter, PAGE);
    pages.forEach(
        page -> {
          if (index.put(page)) {
            Platform.runLater(this::pageRead);
          }
          page.forEach(header -> removed.remove(header.id()));
        });
  }

  private void pageRead() {
    firstPageLoaded.set(true);
    onChange.run();
  }

  private void allRead(Instant start) {
    asOf = start;
    complete = true;
    mismatch = false;
    readOnce.set(true);
    answered();
    onChange.run();
  }

  private Changes readChanges(Instant since) {
    EntryChanges changes = services.entries().changesSince(services.userId(), since);
    boolean any = index.put(changes.changed());
    return new Changes(changes.asOf(), any, index.size() != changes.total());
  }

  private void changesRead(Changes changes) {
    asOf = changes.asOf();
    // a single mismatch may be a write between two reads; two mean that entries were removed
    complete = !(mismatch && changes.mismatch());
    mismatch = changes.mismatch();
    answered();
    if (changes.any()) {
      onChange.run();
    }
  }

  private <T> void read(Callable<T> work, Consumer<T> onDone) {
    reading = true;
    context.run(work, onDone, this::failed);
  }

  /// Updates the health first, so that its listeners do not start the next read.
  private void answered() {
    firstPageLoaded.set(true);
    answeredAt = services.clock().instant();
    context.health().answered();
    reading = false;
  }

  private void failed(Exception failure) {
    reading = false;
    context.failed(failure, "Cannot read the journal, trying again");
  }
}
