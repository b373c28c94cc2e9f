package app.fragments.ui.shell;

import app.fragments.exchange.ImportResult;
import app.fragments.ui.common.Messages;
import java.io.File;
import java.util.List;
import java.util.stream.Collectors;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/// Lets the user choose what to import, and binds the card with the progress and result.
@SuppressWarnings("NullAway.Init") // set by the FXML loader
final class ImportController {
  private static final int MAX_REMARKS = 200;

  private final Window owner;
  private final ImportViewModel imports;
  private final Messages messages;

  @FXML private VBox card;
  @FXML private Label title;
  @FXML private Label message;
  @FXML private ProgressBar bar;
  @FXML private TextArea remarks;
  @FXML private Button cancel;
  @FXML private Button close;

  ImportController(Window owner, ImportViewModel imports, Messages messages) {
    this.owner = owner;
    this.imports = imports;
    this.messages = messages;
  }

  @FXML
  void initialize() {
    for (var node : new Node[] {card, bar, remarks, cancel, close}) {
      node.managedProperty().bind(node.visibleProperty());
    }
    card.visibleProperty().bind(imports.running.or(imports.result.isNotNull()));
    bar.visibleProperty().bind(imports.running);
    cancel.visibleProperty().bind(imports.running);
    close.visibleProperty().bind(imports.running.not());
    cancel.setOnAction(e -> imports.cancel());
    close.setOnAction(e -> imports.result.set(null));
    imports.progress.subscribe(this::showProgress);
    imports.result.subscribe(this::showResult);
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
      imports.run(files.stream().map(File::toPath).toList());
    }
  }

  private void showProgress(@Nullable ImportResult soFar) {
    if (imports.running.get()) {
      title.setText(messages.get("import.running"));
      message.setText(messages.get("import.soFar", soFar == null ? 0 : soFar.read()));
      remarks.setVisible(false);
    }
  }

  private void showResult(@Nullable ImportResult result) {
    if (result == null) {
      return;
    }
    title.setText(messages.get(result.cancelled() ? "import.cancelled" : "import.done"));
    message.setText(
        messages.get(
            "import.result",
            result.imported(),
            result.updated(),
            result.unchanged(),
            result.failed().size()));
    remarks.setVisible(!result.failed().isEmpty());
    remarks.setText(
        result.failed().stream()
            .limit(MAX_REMARKS)
            .map(remark -> messages.get("import.remark", remark.source(), remark.reason()))
            .collect(Collectors.joining("\n")));
  }
}
