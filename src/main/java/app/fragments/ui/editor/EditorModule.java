package app.fragments.ui.editor;

import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.journal.TagCount;
import app.fragments.search.SearchQuery;
import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ReadView;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The editor as a module of the window. On the FX thread.
public final class EditorModule implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EditorModule.class);

  /// @param onSaved called with all entries that were written
  /// @param tags all tags of the journal, the most used first
  /// @param filterByTag shows the fragments with a tag
  /// @param reader creates a page that shows fragments as they read
  public record Callbacks(
      Consumer<List<Entry>> onSaved,
      Consumer<EntryId> delete,
      Consumer<EntryId> restore,
      Supplier<List<TagCount>> tags,
      Consumer<String> filterByTag,
      Supplier<ReadView> reader) {}

  private final UiContext context;
  private final ScreenLoader screens;
  private final RecoveryFolder recovery;
  private final EditorViewModel editor;
  private @Nullable EditorController page;
  private @Nullable Pane root;
  private @Nullable HistoryPane history;

  /// Whether a new fragment was begun before there was a page.
  private boolean focusesTitle;

  public EditorModule(UiContext context, ScreenLoader screens, Callbacks callbacks) {
    this.context = context;
    this.screens = screens;
    Messages messages = context.messages();
    recovery = new RecoveryFolder(context.services().dataFolder());
    DraftSaver saver =
        new DraftSaver(
            context.services()::entries,
            title -> messages.get("editor.otherVersion", title).strip());
    editor = new EditorViewModel(context, saver, recovery, callbacks.onSaved());
    new DraftRecovery(context, saver, recovery, callbacks.onSaved()).start();
    DayPopover days = new DayPopover(editor, context);
    screens
        .with(
            EditorController.class,
            () ->
                page =
                    new EditorController(
                        editor,
                        callbacks.restore(),
                        days,
                        new TagPills(editor, context, callbacks.tags(), callbacks.filterByTag()),
                        callbacks.reader(),
                        context))
        .with(
            EditorActionsController.class,
            () ->
                new EditorActionsController(
                    editor,
                    callbacks.delete(),
                    this::showHistory,
                    this::insertPicture,
                    days,
                    messages));
  }

  public Parent page() {
    Parent loaded = screens.load(FxmlFile.EDITOR);
    root = (Pane) loaded;
    if (focusesTitle && page != null) {
      Platform.runLater(page::focusTitle); // then it is in the window
    }
    return loaded;
  }

  /// Shows the saved states of the open fragment over its page.
  void showHistory() {
    Pane pane = root;
    if (pane == null) {
      return;
    }
    HistoryPane shown =
        history == null ? new HistoryPane(editor, context, this::hideHistory) : history;
    history = shown;
    pane.getChildren().forEach(behind -> behind.setDisable(behind != shown));
    if (!pane.getChildren().contains(shown)) {
      pane.getChildren().add(shown);
    }
    shown.load();
  }

  private void insertPicture() {
    if (page != null) {
      page.insertPicture();
    }
  }

  private void hideHistory() {
    Pane pane = root;
    if (pane != null && pane.getChildren().remove(history)) {
      pane.getChildren().forEach(behind -> behind.setDisable(false));
    }
  }

  /// The buttons beside the tabs.
  public Parent actions() {
    return screens.load(FxmlFile.EDITOR_ACTIONS);
  }

  public EditorViewModel editor() {
    return editor;
  }

  public void write() {
    editor.write();
    if (page == null) {
      focusesTitle = true;
    } else {
      page.focusTitle();
    }
  }

  /// Switches between reading and writing; no-op if no fragment is open.
  public void toggleReading() {
    if (editor.isOpen().get()) {
      editor.reading.set(!editor.reading.get());
    }
  }

  /// Finds words in the open fragment; no-op if none is open.
  public void find() {
    if (page != null) {
      page.find();
    }
  }

  /// @param passage text to scroll to and mark, or null
  public void show(EntryId id, @Nullable String passage) {
    editor.open(
        id,
        () -> {
          if (passage != null && page != null) {
            page.mark(passage);
          }
        });
  }

  /// Shows a fragment that a search has found, and marks the matches.
  public void showFound(EntryId id, SearchQuery query) {
    editor.open(
        id,
        () -> {
          if (page != null) {
            page.find(query);
          }
        });
  }

  /// Removes the marks of a search.
  public void endSearch() {
    if (page != null) {
      page.endSearch();
    }
  }

  /// Releases the recovery folder; drafts that could not be saved stay in it.
  @Override
  public void close() {
    try {
      recovery.close();
    } catch (IOException e) {
      LOG.warn("Cannot close the recovery folder", e);
    }
  }
}
