package app.fragments.ui.shell;

import app.fragments.ui.editor.EditorModule;
import app.fragments.ui.journal.JournalViewModel;
import javafx.beans.binding.Bindings;
import javafx.fxml.FXML;
import javafx.scene.layout.VBox;

/// Binds what an empty journal offers: samples, an import, or the first words.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class WelcomeController {
  private final JournalViewModel journal;
  private final EditorModule editor;
  private final Runnable addSamples;
  private final ImportMenu imports;
  private final Runnable write;

  @FXML private VBox welcome;

  WelcomeController(
      JournalViewModel journal,
      EditorModule editor,
      Runnable addSamples,
      ImportMenu imports,
      Runnable write) {
    this.journal = journal;
    this.editor = editor;
    this.addSamples = addSamples;
    this.imports = imports;
    this.write = write;
  }

  @FXML
  void initialize() {
    welcome.managedProperty().bind(welcome.visibleProperty());
    welcome
        .visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                this::isWanted,
                journal.firstPageLoaded(),
                journal.snapshot(),
                editor.editor().isOpen()));
  }

  private boolean isWanted() {
    var stats = journal.snapshot().get().stats();
    return journal.firstPageLoaded().get()
        && stats.total() == 0
        && stats.trashed() == 0
        && editor.editor().entry().isEmpty();
  }

  @FXML
  void addSamples() {
    addSamples.run();
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
    write.run();
  }
}
