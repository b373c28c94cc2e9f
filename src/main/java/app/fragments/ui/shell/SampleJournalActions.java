package app.fragments.ui.shell;

import app.fragments.exchange.SampleJournal;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryFilter;
import app.fragments.journal.EntryHeader;
import app.fragments.journal.EntryId;
import app.fragments.journal.EntryStore;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.journal.JournalModule;
import java.time.ZonedDateTime;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Adds and removes the sample journal. Samples that the user has edited stay. On the FX thread.
final class SampleJournalActions {
  private static final int PAGE = 1_000;
  private static final Logger LOG = LoggerFactory.getLogger(SampleJournalActions.class);

  private final UiContext context;
  private final JournalModule entries;
  private final String user;

  SampleJournalActions(UiContext context, JournalModule entries) {
    this.context = context;
    this.entries = entries;
    user = context.services().userId();
    var snapshot = entries.journal().snapshot();
    snapshot.map(now -> now.stats().samples() > 0).subscribe(this::showNotice);
  }

  void add() {
    var services = context.services();
    ZonedDateTime now = services.clock().instant().atZone(services.zone());
    context.run(
        () -> {
          EntryStore store = services.entries();
          List<Entry> samples = new SampleJournal().entries(user, now);
          store.saveAll(samples);
          List<EntryId> ids = samples.stream().map(Entry::id).toList();
          store.restore(user, ids);
          return headers(store, ids);
        },
        added -> {
          context.changeSettings(copy -> copy.samplesOffered = true);
          entries.journal().updateEntries(added);
        },
        this::failed);
  }

  /// Moves the unedited samples to the trash.
  private void remove() {
    context.run(
        () -> {
          EntryStore store = context.services().entries();
          List<EntryId> samples =
              store
                  .pages(user, EntryFilter.ALL, PAGE)
                  .flatMap(List::stream)
                  .filter(header -> SampleJournal.IMPORTER.equals(header.importer()))
                  .map(EntryHeader::id)
                  .toList();
          List<EntryId> untouched =
              store.findAll(user, samples).stream()
                  .filter(SampleJournal::isUntouched)
                  .map(Entry::id)
                  .toList();
          return headers(store, store.trash(user, untouched));
        },
        this::removed,
        this::failed);
  }

  private void removed(List<EntryHeader> headers) {
    entries.journal().updateEntries(headers);
    List<EntryId> ids = headers.stream().map(EntryHeader::id).toList();
    String message = context.messages().get("samples.removed", ids.size());
    context.navigator().toast(message, () -> entries.actions().restore(ids));
  }

  private void showNotice(boolean present) {
    Messages messages = context.messages();
    var notice = entries.notice();
    notice.set(
        present
            ? new JournalModule.ListNotice(
                messages.get("samples.notice"), messages.get("samples.remove"), this::remove)
            : null);
  }

  private List<EntryHeader> headers(EntryStore store, List<EntryId> ids) {
    return store.findAll(user, ids).stream().map(Entry::header).toList();
  }

  private void failed(Exception failure) {
    if (!context.health().failed(failure)) {
      LOG.warn("Could not change the samples", failure);
    }
    context.toast("samples.failed");
  }
}
