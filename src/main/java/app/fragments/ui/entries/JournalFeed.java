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

/// Fills the index from the store: the first page at once, at the next poll the rest page by page,
/// and from then on what anybody changes. Its reads run in the background and never overlap. On the
/// FX thread.
final class JournalFeed {
  /// What fills a tall screen several times over, and comes quickly.
  private static final int FIRST_PAGE = 60;

  /// More at once would come no sooner, and outlive the young generation: 10,000 entries took 25 MB
  /// more by pages of 2,000.
  private static final int PAGE = 400;

  private static final Logger LOG = LoggerFactory.getLogger(JournalFeed.class);

  private final UiContext context;
  private final JournalIndex index;
  private final Runnable onChange;
  private final ReadOnlyBooleanWrapper started = new ReadOnlyBooleanWrapper();
  private @Nullable Beginning beginning;
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

  /// Reads the first page, which opens the store where nobody has yet.
  void open() {
    if (!reading && beginning == null && !complete) {
      readFirstPage();
    }
  }

  /// Reads what is new, or what was not read yet; nothing while the store is away or the last read
  /// has not come back.
  void poll() {
    if (reading || context.health().state().get() != StoreHealth.State.READY) {
      return;
    }
    if (complete) {
      readChanges();
    } else if (beginning == null) {
      readFirstPage();
    } else {
      readRest(beginning);
    }
  }

  private void readFirstPage() {
    reading = true;
    context
        .background()
        .run(
            this::begin,
            begun -> {
              beginning = begun;
              answered();
              onChange.run();
            },
            this::failed);
  }

  private void readRest(Beginning begun) {
    reading = true;
    context
        .background()
        .run(
            () -> {
              fill(begun);
              return begun.asOf();
            },
            time -> {
              asOf = time;
              beginning = null;
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

  private Beginning begin() {
    EntryStore store = store();
    Set<EntryId> known = index.ids();
    Instant asOf = store.changesSince(user(), Instant.EPOCH).asOf();
    List<EntryHeader> page = store.list(user(), EntryFilter.ALL, null, FIRST_PAGE);
    index.put(page);
    return new Beginning(asOf, known, page);
  }

  private void fill(Beginning begun) {
    List<EntryHeader> first = begun.page();
    Set<EntryId> gone = new HashSet<>(begun.known());
    first.forEach(header -> gone.remove(header.id()));
    if (first.size() == FIRST_PAGE) {
      readPages(EntryFilter.ALL, PageKey.after(first.getLast()), gone);
    }
    readPages(EntryFilter.ALL.inTrash(), null, gone);
    index.remove(gone);
  }

  private void readPages(EntryFilter filter, @Nullable PageKey start, Set<EntryId> gone) {
    EntryStore store = store();
    @Nullable PageKey after = start;
    do {
      List<EntryHeader> page = store.list(user(), filter, after, PAGE);
      if (index.put(page)) {
        Platform.runLater(onChange);
      }
      page.forEach(header -> gone.remove(header.id()));
      after = page.size() < PAGE ? null : PageKey.after(page.getLast());
    } while (after != null);
  }

  /// The store's state is told first, so that who hears of it does not begin the next read.
  private void answered() {
    started.set(true);
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

  /// What the first read brought.
  ///
  /// @param asOf the store's time of it
  /// @param known what the index held before: what does not come again is gone
  private record Beginning(Instant asOf, Set<EntryId> known, List<EntryHeader> page) {}
}
