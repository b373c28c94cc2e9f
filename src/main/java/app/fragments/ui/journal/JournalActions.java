package app.fragments.ui.journal;

import app.fragments.exchange.SampleJournal;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryConflictException;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.journal.TagRename;
import app.fragments.journal.Tags;
import app.fragments.ui.common.UiContext;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Changes fragments from outside the editor. None of the actions asks for confirmation. On the FX
/// thread.
public final class JournalActions {
  private static final int PAGE = 1_000;
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
          if (!trashed.isEmpty()) {
            trashed(trashed, "entries.deleted");
          }
        });
  }

  private void trashed(List<EntryHeader> headers, String messageKey) {
    journal.updateEntries(headers);
    List<EntryId> ids = headers.stream().map(EntryHeader::id).toList();
    context.toastUndo(messageKey, () -> restore(ids), ids.size());
  }

  public void restore(Collection<EntryId> ids) {
    restore(ids, journal::updateEntries);
  }

  /// Restores several fragments, with undo.
  void restoreAll(List<EntryId> ids) {
    restore(
        ids,
        restored -> {
          journal.checked().clearTrashed();
          journal.updateEntries(restored);
          context.toastUndo("entries.restored", () -> trash(ids), ids.size());
        });
  }

  private void restore(Collection<EntryId> ids, Consumer<List<EntryHeader>> onDone) {
    List<EntryId> requested = List.copyOf(ids);
    run(
        () -> {
          store().restore(user(), requested);
          return headers(requested);
        },
        onDone);
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

  /// Renames a tag in all fragments, or merges it with the one of that name.
  ///
  /// @param exists whether there is a tag of that name
  public void renameTag(String from, String to, boolean exists) {
    run(
        () -> new TagRename(store(), user(), from, to).run(),
        result -> {
          journal.updateEntries(result.headers());
          followTag(from, to);
          context.toastUndo(
              exists ? "tags.merged" : "tags.renamed",
              () -> undoRename(result, from, to),
              from,
              to,
              result.headers().size());
        });
  }

  private void undoRename(TagRename.Result result, String from, String to) {
    run(
        result::undo,
        restored -> {
          journal.updateEntries(restored);
          followTag(to, from);
        });
  }

  private void followTag(String from, String to) {
    ListFilter filter = journal.filter().get();
    if (filter.tag() instanceof String tag && Tags.isSame(tag, from)) {
      journal.filter().set(filter.withTag(to));
    }
  }

  public void addSamples() {
    ZonedDateTime now = context.services().clock().instant().atZone(context.services().zone());
    context.run(
        () -> {
          List<Entry> samples = new SampleJournal().entries(user(), now);
          store().saveAll(samples);
          List<EntryId> ids = samples.stream().map(Entry::id).toList();
          store().restore(user(), ids); // those that were removed before
          return headers(ids);
        },
        added -> {
          context.changeSettings(copy -> copy.samplesOffered = true);
          journal.updateEntries(added);
        },
        failure -> context.toastFailure(failure, "samples.failed"));
  }

  /// Moves the samples to the trash, except those that the user has edited.
  void removeSamples() {
    context.run(
        () -> headers(store().trash(user(), untouchedSamples())),
        removed -> trashed(removed, "samples.removed"),
        failure -> context.toastFailure(failure, "samples.failed"));
  }

  private List<EntryId> untouchedSamples() {
    List<EntryId> samples =
        store()
            .pages(user(), EntryFilter.ALL, PAGE)
            .flatMap(List::stream)
            .filter(header -> SampleJournal.IMPORTER.equals(header.importer()))
            .map(EntryHeader::id)
            .toList();
    return store().findAll(user(), samples).stream()
        .filter(SampleJournal::isUntouched)
        .map(Entry::id)
        .toList();
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
    context.run(work, onDone, failure -> context.toastFailure(failure, "entries.notDone"));
  }
}
