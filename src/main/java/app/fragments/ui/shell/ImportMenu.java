package app.fragments.ui.shell;

import app.fragments.ui.common.Messages;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Lets the user choose a folder or files to import.
final class ImportMenu {
  private final Window owner;
  private final Messages messages;
  private final ImportViewModel imports;

  ImportMenu(Window owner, Messages messages, ImportViewModel imports) {
    this.owner = owner;
    this.messages = messages;
    this.imports = imports;
  }

  void chooseFolder() {
    DirectoryChooser chooser = new DirectoryChooser();
    chooser.setTitle(messages.get("import.folder.title"));
    @Nullable File folder = chooser.showDialog(owner);
    if (folder != null) {
      imports.run(List.of(folder.toPath()));
    }
  }

  void chooseFiles() {
    FileChooser chooser = new FileChooser();
    chooser.setTitle(messages.get("import.files.title"));
    chooser
        .getExtensionFilters()
        .add(
            new FileChooser.ExtensionFilter(
                messages.get("import.files.kinds"), "*.md", "*.markdown", "*.txt", "*.json"));
    @Nullable List<File> files = chooser.showOpenMultipleDialog(owner);
    if (files != null) {
      List<Path> paths = files.stream().map(File::toPath).toList();
      imports.run(paths);
    }
  }
}
