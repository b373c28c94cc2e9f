package app.fragments.ui.journal;

import app.fragments.journal.EntryChanges;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills the index: the first page at once, all of it page by page when the store answers, and from
/// then on what anybody changes. Its reads run in the background and never overlap. On the FX
/// thread.
final class JournalLoader {
  /// More at once would come no sooner, and outlive the young generation: 10,000 entries took 25 MB
  /// more by pages of 2,000.
  private static final int PAGE = 400;

  private static final Logger LOG = LoggerFactory.getLogger(JournalLoader.class);

  private final UiContext context;
  private final JournalIndex index;
  private final Runnable onChange;
  private final ReadOnlyBooleanWrapper firstPageLoaded = new ReadOnlyBooleanWrapper();
  private boolean complete;
  private boolean reading;
  private boolean mismatch;
  private Instant asOf = Instant.EPOCH;

  /// @param onChange called on the FX thread when the index has changed
  JournalLoader(UiContext context, JournalIndex index, Runnable onChange) {
    this.context = context;
    this.index = index;
    this.onChange = onChange;
  }

  /// Whether the first page is there.
  ReadOnlyBooleanProperty firstPageLoaded() {
    return firstPageLoaded.getReadOnlyProperty();
  }

  /// Reads the first page: a first look, which need not be the store's.
  void open() {
    reading = true;
    context
        .background()
        .run(
            () -> index.put(context.services().firstPage()),
            news -> {
              firstPageLoaded.set(true);
              reading = false;
              onChange.run();
            },
            this::failed);
  }

  /// Reads what is new, or all where that was not read yet; nothing while the store is away or the
  /// last read has not come back.
  void poll() {
    if (reading || context.health().state().get() != StoreHealth.State.READY) {
      return;
    }
    if (complete) {
      readChanges();
    } else {
      readAll();
    }
  }

  private void readAll() {
    reading = true;
    context
        .background()
        .run(
            this::fill,
            time -> {
              asOf = time;
              complete = true;
              mismatch = false;
              answered();
              onChange.run();
            },
            this::failed);
  }

  private void readChanges() {
    reading = true;
    Instant since = asOf;
    context
        .background()
        .run(
            () -> {
              EntryChanges changes = store().changesSince(user(), since);
              boolean news = index.put(changes.changed());
              return new Outcome(changes, news, index.size() != changes.total());
            },
            outcome -> {
              asOf = outcome.changes().asOf();
              // once may be a write between two reads; twice means that something is gone for good
              complete = !(mismatch && outcome.mismatch());
              mismatch = outcome.mismatch();
              answered();
              if (outcome.news()) {
                onChange.run();
              }
            },
            this::failed);
  }

  /// Reads the journal; what the index holds and does not come again is gone.
  ///
  /// @return the store's time when that began
  private Instant fill() {
    Set<EntryId> gone = index.ids();
    Instant began = context.services().storeClock().now();
    readPages(EntryFilter.ALL, gone);
    readPages(EntryFilter.ALL.inTrash(), gone);
    index.remove(gone);
    return began;
  }

  private void readPages(EntryFilter filter, Set<EntryId> gone) {
    EntryStore store = store();
    @Nullable PageKey after = null;
    do {
      List<EntryHeader> page = store.list(user(), filter, after, PAGE);
      if (index.put(page)) {
        Platform.runLater(this::pageRead);
      }
      page.forEach(header -> gone.remove(header.id()));
      after = page.size() < PAGE ? null : PageKey.after(page.getLast());
    } while (after != null);
  }

  private void pageRead() {
    firstPageLoaded.set(true);
    onChange.run();
  }

  /// The store's state is told first, so that who hears of it does not begin the next read.
  private void answered() {
    firstPageLoaded.set(true);
    context.health().answered();
    reading = false;
  }

  private void failed(Exception failure) {
    reading = false;
    if (!context.health().failed(failure)) {
      LOG.warn("The journal could not be read, trying again", failure);
    }
  }

  private EntryStore store() {
    return context.services().entries();
  }

  private String user() {
    return context.services().userId();
  }

  private record Outcome(EntryChanges changes, boolean news, boolean mismatch) {}
}
