package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.ui.common.UiContext;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves the drafts that a killed window left, once the store answers. On the FX thread.
final class DraftRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(DraftRecovery.class);

  private final UiContext context;
  private final DraftSaver saver;
  private final RecoveryFolder folder;
  private final Consumer<List<Entry>> onSaved;
  private boolean started;

  DraftRecovery(
      UiContext context, DraftSaver saver, RecoveryFolder folder, Consumer<List<Entry>> onSaved) {
    this.context = context;
    this.saver = saver;
    this.folder = folder;
    this.onSaved = onSaved;
  }

  /// Recovers as soon as the store answers; tries again after an outage.
  void start() {
    context.health().onReady(this::recoverOnce);
  }

  private void recoverOnce() {
    if (!started) {
      started = true;
      context.run(this::recover, this::recovered, this::failed);
    }
  }

  private List<Entry> recover() throws IOException {
    List<Entry> recovered = new ArrayList<>();
    for (Path path : folder.others()) {
      try (@Nullable DraftFolder orphan = DraftFolder.lock(path).orElse(null)) {
        if (orphan != null) {
          recover(orphan, recovered);
        }
      } catch (IOException e) {
        LOG.warn("Cannot recover all drafts in {}, trying again at the next start", path, e);
      }
    }
    return recovered;
  }

  private void recover(DraftFolder orphan, List<Entry> recovered) throws IOException {
    for (Draft draft : orphan.drafts()) {
      if (draft.mine().userId().equals(context.services().userId())) {
        if (draft.isDirty() && !isStored(draft)) {
          DraftSaver.Outcome outcome = saver.save(draft);
          recovered.add(outcome.saved());
          recovered.addAll(outcome.otherVersions());
        }
        orphan.delete(draft.mine().id());
      }
    }
  }

  /// A window that died between a save and the next sync of its folder leaves an older draft.
  private boolean isStored(Draft draft) {
    Entry mine = draft.mine();
    return saver
        .store()
        .get()
        .find(mine.userId(), mine.id())
        .filter(draft::isContainedIn)
        .isPresent();
  }

  private void recovered(List<Entry> entries) {
    if (!entries.isEmpty()) {
      onSaved.accept(entries);
      context.toast("editor.restored", entries.size());
    }
  }

  private void failed(Exception failure) {
    started = false;
    context.failed(failure, "Cannot recover the drafts of a killed window");
  }
}
