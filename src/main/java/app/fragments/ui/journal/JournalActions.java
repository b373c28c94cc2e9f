package app.fragments.ui.journal;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.ui.common.UiContext;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes fragments from outside the editor. None of the actions asks for confirmation. On the FX
/// thread.
public final class JournalActions {
  private static final Logger LOG = LoggerFactory.getLogger(JournalActions.class);

  private final UiContext context;
  private final JournalViewModel journal;

  JournalActions(UiContext context, JournalViewModel journal) {
    this.context = context;
    this.journal = journal;
  }

  public void trash(Collection<EntryId> ids) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> headers(store().trash(user(), requested)),
        trashed -> {
          journal.updateEntries(trashed);
          if (!trashed.isEmpty()) {
            List<EntryId> undo = trashed.stream().map(EntryHeader::id).toList();
            String toast = context.messages().get("entries.deleted", undo.size());
            context.navigator().toast(toast, () -> restore(undo));
          }
        });
  }

  public void restore(Collection<EntryId> ids) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> {
          store().restore(user(), requested);
          return headers(requested);
        },
        journal::updateEntries);
  }

  void purge(Collection<EntryId> ids) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> store().purge(user(), requested),
        count -> {
          journal.removeEntries(requested);
          context.toast("entries.purged", count);
        });
  }

  void star(EntryId id, boolean starred) {
    run(() -> saveStarred(id, starred), journal::updateEntries);
  }

  /// After a conflict, changes the newer state.
  private List<EntryHeader> saveStarred(EntryId id, boolean starred) {
    Entry entry = store().find(user(), id).orElse(null);
    while (entry != null) {
      try {
        return List.of(store().save(entry.withStarred(starred)).header());
      } catch (EntryConflictException e) {
        LOG.debug("Somebody else saved the entry first, changing theirs", e);
        entry = e.current();
      }
    }
    return List.of();
  }

  private List<EntryHeader> headers(Collection<EntryId> ids) {
    return store().findAll(user(), ids).stream().map(Entry::header).toList();
  }

  private EntryStore store() {
    return context.services().entries();
  }

  private String user() {
    return context.services().userId();
  }

  private <T> void run(Callable<T> work, Consumer<T> onDone) {
    context.run(work, onDone, this::failed);
  }

  private void failed(Exception failure) {
    context.failed(failure, "Cannot save the change");
    context.toast("entries.notDone");
  }
}
