package app.fragments.ui.shell;

import app.fragments.ui.editor.EditorViewModel;
import app.fragments.ui.journal.JournalActions;
import app.fragments.ui.journal.JournalViewModel;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/// Binds the welcome page of an empty journal.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class WelcomeController {
  private final JournalViewModel journal;
  private final EditorViewModel editor;
  private final JournalActions actions;
  private final ImportController imports;
  private final TopBarController bar;

  @FXML private VBox welcome;

  WelcomeController(WindowModules modules, ImportController imports, TopBarController bar) {
    journal = modules.journal;
    editor = modules.editor.editor();
    actions = modules.entries.actions();
    this.imports = imports;
    this.bar = bar;
  }

  @FXML
  void initialize() {
    welcome.managedProperty().bind(welcome.visibleProperty());
    var isEmpty =
        Bindings.createBooleanBinding(
            this::isJournalEmpty, journal.readOnce(), journal.snapshot(), editor.isOpen());
    welcome.visibleProperty().bind(isEmpty);
  }

  private boolean isJournalEmpty() {
    var stats = journal.snapshot().get().stats();
    return journal.readOnce().get()
        && stats.total() == 0
        && stats.trashed() == 0
        && editor.entry().isEmpty();
  }

  @FXML
  void addSamples() {
    actions.addSamples();
  }

  @FXML
  void importFolder() {
    imports.chooseFolder();
  }

  @FXML
  void importFiles() {
    imports.chooseFiles();
  }

  @FXML
  void write() {
    bar.write();
  }
}
