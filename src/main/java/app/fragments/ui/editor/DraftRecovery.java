package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.UiContext;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings back what a window that was killed had not saved: once the store answers, its words are
/// saved as any others. On the FX thread.
final class DraftRecovery {
  private static final Logger LOG = LoggerFactory.getLogger(DraftRecovery.class);

  private final UiContext context;
  private final DraftSaver saver;
  private final RecoveryFolder recovery;
  private final Consumer<List<Entry>> onSaved;
  private boolean begun;

  DraftRecovery(
      UiContext context, DraftSaver saver, RecoveryFolder recovery, Consumer<List<Entry>> onSaved) {
    this.context = context;
    this.saver = saver;
    this.recovery = recovery;
    this.onSaved = onSaved;
  }

  /// Restores when the store first answers.
  void watch(StoreHealth health) {
    health.state().subscribe(this::healthChanged);
  }

  private void healthChanged(StoreHealth.State state) {
    if (state != StoreHealth.State.READY || begun) {
      return;
    }
    begun = true;
    context
        .background()
        .run(
            this::restore,
            this::restored,
            failure -> {
              begun = false;
              if (!context.health().failed(failure)) {
                LOG.warn("Words left behind by a window could not be restored", failure);
              }
            });
  }

  private List<Entry> restore() throws IOException {
    List<Entry> restored = new ArrayList<>();
    for (OrphanedDraft orphan : recovery.orphans()) {
      try (orphan) {
        for (Draft draft : orphan.drafts()) {
          if (draft.mine().userId().equals(context.services().userId())) {
            if (draft.isDirty() && !isStored(draft)) {
              DraftSaver.Outcome outcome = saver.save(draft);
              restored.add(outcome.saved());
              restored.addAll(outcome.otherVersions());
            }
            orphan.done(draft);
          }
        }
      }
    }
    return restored;
  }

  /// A window that died after a save, and before it told the recovery folder, leaves older words.
  private boolean isStored(Draft draft) {
    Entry mine = draft.mine();
    return context
        .services()
        .entries()
        .find(mine.userId(), mine.id())
        .filter(draft::isIn)
        .isPresent();
  }

  private void restored(List<Entry> entries) {
    if (!entries.isEmpty()) {
      onSaved.accept(entries);
      context.navigator().toast(context.messages().get("editor.restored", entries.size()));
    }
  }
}
