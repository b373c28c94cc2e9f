package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The page of one fragment, as the window takes it in.
public final class EditorModule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EditorModule.class);

  /// What the editor asks of its neighbours.
  ///
  /// @param onSaved hears of every entry that was written
  /// @param delete moves an entry to the trash
  /// @param restore takes it out again
  public record Callbacks(
      Consumer<List<Entry>> onSaved, Consumer<EntryId> delete, Consumer<EntryId> restore) {}

  private final FxmlScreens screens;
  private final Callbacks callbacks;
  private final RecoveryFolder recovery;
  private final EditorViewModel editor;
  private @Nullable EditorController page;

  public EditorModule(UiContext context, FxmlScreens screens, Callbacks callbacks) {
    this.screens = screens;
    this.callbacks = callbacks;
    recovery = new RecoveryFolder(context.services().dataFolder());
    DraftSaver saver =
        new DraftSaver(
            context.services()::entries,
            title -> context.messages().get("editor.otherVersion", title).strip());
    editor = new EditorViewModel(context, saver, recovery, callbacks.onSaved());
    DraftRecovery recoveryTask = new DraftRecovery(context, saver, recovery, callbacks.onSaved());
    recoveryTask.watch(context.health());
    DayPopover dayPopover = new DayPopover(editor, context.messages());
    screens
        .with(
            EditorController.class,
            () -> {
              EditorController made =
                  new EditorController(editor, this, dayPopover, context.messages());
              page = made;
              return made;
            })
        .with(
            EditorActionsController.class,
            () -> new EditorActionsController(editor, this, dayPopover, context.messages()));
  }

  public Parent page() {
    return screens.load(Fxml.EDITOR);
  }

  /// What stands right of the tabs.
  public Parent actions() {
    return screens.load(Fxml.EDITOR_ACTIONS);
  }

  public EditorViewModel editor() {
    return editor;
  }

  /// Begins a new fragment and puts the cursor into it.
  public void write() {
    editor.write();
    focus();
  }

  /// Opens a fragment.
  ///
  /// @param passage words to scroll to and mark, or null
  public void show(EntryId id, @Nullable String passage) {
    editor.open(
        id,
        () -> {
          if (passage != null && page != null) {
            page.mark(passage);
          }
        });
  }

  public void focus() {
    if (page != null) {
      page.focus();
    }
  }

  void delete(EntryId id) {
    editor.saveAll();
    callbacks.delete().accept(id);
  }

  void restore(EntryId id) {
    callbacks.restore().accept(id);
  }

  /// Lets go of the recovery folder; words that could not be saved stay in it.
  @Override
  public void close() {
    try {
      recovery.close();
    } catch (IOException e) {
      LOG.warn("The recovery folder was not closed", e);
    }
  }
}
