package app.fragments.ui.settings;

import app.fragments.ui.common.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/// Binds the page About.
final class AboutController {
  private final AboutViewModel model;
  private final Messages messages;
  private final Runnable onDone;

  @FXML Label version;
  @FXML Label folder;
  @FXML ListView<LicenceNotice> licences;
  @FXML TextArea notice;

  AboutController(AboutViewModel model, Messages messages, Runnable onDone) {
    this.model = model;
    this.messages = messages;
    this.onDone = onDone;
  }

  @FXML
  void initialize() {
    version.setText(messages.get("about.version.value", model.version(), model.javaVersion()));
    folder.setText(model.dataFolder().toString());
    licences.setCellFactory(list -> new LicenceCell());
    licences.getItems().setAll(model.notices());
    licences
        .getSelectionModel()
        .selectedItemProperty()
        .addListener(
            (o, old, now) -> {
              if (now != null) {
                model.chosen().set(now);
              }
            });
    model.chosen().subscribe(this::mark);
    model.text().subscribe(this::show);
  }

  @FXML
  void done() {
    onDone.run();
  }

  @FXML
  void openFolder() {
    model.openDataFolder();
  }

  @FXML
  void readLicence() {
    model.chooseOwnLicence();
    notice.requestFocus();
  }

  private void mark(LicenceNotice chosen) {
    int row = licences.getItems().indexOf(chosen);
    if (row >= 0) {
      licences.getSelectionModel().select(row);
    } else {
      licences.getSelectionModel().clearSelection();
    }
  }

  private void show(String text) {
    notice.setText(text);
    notice.positionCaret(0);
    notice.setScrollTop(0);
  }

  /// A licence, and how much is under it.
  private final class LicenceCell extends ListCell<LicenceNotice> {
    @Override
    protected void updateItem(@Nullable LicenceNotice item, boolean empty) {
      super.updateItem(item, empty);
      setText(
          item == null ? null : messages.get("about.licence.count", item.licence(), item.count()));
    }
  }
}
