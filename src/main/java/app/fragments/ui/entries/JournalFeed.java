package app.fragments.ui.entries;

import app.fragments.journal.EntryChanges;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.PageKey;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Fills the index from the store: the first page at once, the rest page by page, and from then on
/// what anybody changes. Its reads run in the background and never overlap. On the FX thread.
final class JournalFeed {
  /// What fills a tall screen several times over, and comes quickly.
  private static final int FIRST_PAGE = 200;

  private static final int PAGE = 2_000;
  private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);

  private final UiContext context;
  private final JournalIndex index;
  private final Runnable onChange;
  private final ReadOnlyBooleanWrapper started = new ReadOnlyBooleanWrapper();
  private boolean complete;
  private boolean reading;
  private boolean mismatch;
  private Instant asOf = Instant.EPOCH;

  /// @param onChange called on the FX thread when the index has changed
  JournalFeed(UiContext context, JournalIndex index, Runnable onChange) {
    this.context = context;
    this.index = index;
    this.onChange = onChange;
  }

  /// Whether the first page is there.
  ReadOnlyBooleanProperty started() {
    return started.getReadOnlyProperty();
  }

  /// Reads what is new, or everything where not everything was read yet; nothing while the store is
  /// away or the last read has not come back.
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
              finished();
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
              finished();
              if (outcome.news()) {
                onChange.run();
              }
            },
            this::failed);
  }

  private Instant fill() {
    EntryStore store = store();
    Set<EntryId> known = index.ids();
    Instant time = store.changesSince(user(), Instant.EPOCH).asOf();
    Set<EntryId> seen = new HashSet<>();
    readPages(store, EntryFilter.ALL, seen);
    readPages(store, EntryFilter.ALL.inTrash(), seen);
    known.removeAll(seen);
    index.remove(known);
    return time;
  }

  private void readPages(EntryStore store, EntryFilter filter, Set<EntryId> seen) {
    @Nullable PageKey after = null;
    int limit = FIRST_PAGE;
    List<EntryHeader> page;
    do {
      page = store.list(user(), filter, after, limit);
      if (index.put(page)) {
        Platform.runLater(this::pageCame);
      }
      page.forEach(header -> seen.add(header.id()));
      boolean last = page.size() < limit;
      after = last ? null : PageKey.after(page.getLast());
      limit = PAGE;
    } while (after != null);
  }

  private void pageCame() {
    started.set(true);
    onChange.run();
  }

  private void finished() {
    reading = false;
    started.set(true);
    context.health().answered();
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
