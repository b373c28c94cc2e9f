package app.fragments.ui.journal;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.ui.common.UiContext;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What can be done with fragments from the list: star, throw away, bring back. Nothing asks first;
/// what can be undone offers it. On the FX thread.
public final class JournalActions {
  private static final Logger LOG = LoggerFactory.getLogger(JournalActions.class);

  private final UiContext context;
  private final JournalViewModel journal;

  public JournalActions(UiContext context, JournalViewModel journal) {
    this.context = context;
    this.journal = journal;
  }

  /// Moves entries to the trash and offers to undo it.
  public void trash(Collection<EntryId> ids) {
    List<EntryId> asked = List.copyOf(ids);
    String user = context.services().userId();
    context
        .background()
        .run(
            () -> {
              EntryStore store = context.services().entries();
              List<EntryId> trashed = store.trash(user, asked);
              return new Outcome(trashed, headers(store, trashed));
            },
            outcome -> {
              journal.updateEntries(outcome.headers());
              if (!outcome.ids().isEmpty()) {
                context
                    .navigator()
                    .toast(
                        context.messages().get("entries.deleted", outcome.ids().size()),
                        () -> restore(outcome.ids()));
              }
            },
            this::failed);
  }

  /// Takes entries out of the trash.
  public void restore(Collection<EntryId> ids) {
    List<EntryId> asked = List.copyOf(ids);
    String user = context.services().userId();
    context
        .background()
        .run(
            () -> {
              EntryStore store = context.services().entries();
              store.restore(user, asked);
              return headers(store, asked);
            },
            journal::updateEntries,
            this::failed);
  }

  /// Removes entries in the trash for good.
  public void purge(Collection<EntryId> ids) {
    List<EntryId> asked = List.copyOf(ids);
    String user = context.services().userId();
    context
        .background()
        .run(
            () -> context.services().entries().purge(user, asked),
            count -> {
              journal.removeEntries(asked);
              context.navigator().toast(context.messages().get("entries.purged", count));
            },
            this::failed);
  }

  /// Marks an entry, or takes the mark off.
  public void star(EntryId id, boolean starred) {
    context
        .background()
        .run(
            () -> change(id, entry -> entry.withStarred(starred)),
            journal::updateEntries,
            this::failed);
  }

  /// Changes an entry; where somebody else was quicker, what they wrote is changed.
  private List<EntryHeader> change(EntryId id, UnaryOperator<Entry> change) {
    EntryStore store = context.services().entries();
    Entry entry = store.find(context.services().userId(), id).orElse(null);
    while (entry != null) {
      try {
        return List.of(store.save(change.apply(entry)).header());
      } catch (EntryConflictException e) {
        LOG.debug("Changing what somebody else has just written", e);
        entry = e.current();
      }
    }
    return List.of();
  }

  private List<EntryHeader> headers(EntryStore store, Collection<EntryId> ids) {
    return store.findAll(context.services().userId(), ids).stream().map(Entry::header).toList();
  }

  private void failed(Exception failure) {
    if (!context.health().failed(failure)) {
      LOG.warn("The change was not stored", failure);
    }
    context.navigator().toast(context.messages().get("entries.notDone"));
  }

  private record Outcome(List<EntryId> ids, List<EntryHeader> headers) {}
}
