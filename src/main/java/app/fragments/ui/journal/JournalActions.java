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
import java.util.function.UnaryOperator;
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

  /// Moves entries to the trash and offers to undo it.
  public void trash(Collection<EntryId> ids) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> headers(store().trash(user(), requested)),
        trashed -> {
          journal.updateEntries(trashed);
          if (!trashed.isEmpty()) {
            List<EntryId> undo = trashed.stream().map(EntryHeader::id).toList();
            context
                .navigator()
                .toast(
                    context.messages().get("entries.deleted", trashed.size()), () -> restore(undo));
          }
        });
  }

  /// Takes entries out of the trash.
  public void restore(Collection<EntryId> ids) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> {
          store().restore(user(), requested);
          return headers(requested);
        },
        journal::updateEntries);
  }

  /// Permanently deletes entries in the trash.
  void purge(Collection<EntryId> ids) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> store().purge(user(), requested),
        count -> {
          journal.removeEntries(requested);
          context.navigator().toast(context.messages().get("entries.purged", count));
        });
  }

  void star(EntryId id, boolean starred) {
    run(() -> change(id, entry -> entry.withStarred(starred)), journal::updateEntries);
  }

  /// Changes an entry; after a conflict, applies the change to the newer state.
  private List<EntryHeader> change(EntryId id, UnaryOperator<Entry> change) {
    Entry entry = store().find(user(), id).orElse(null);
    while (entry != null) {
      try {
        return List.of(store().save(change.apply(entry)).header());
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
    context
        .background()
        .run(
            work,
            onDone,
            failure -> {
              if (!context.health().failed(failure)) {
                LOG.warn("Cannot save the change", failure);
              }
              context.navigator().toast(context.messages().get("entries.notDone"));
            });
  }
}
