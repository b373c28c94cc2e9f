package app.fragments.ui.settings;

import app.fragments.ui.common.Messages;
import app.fragments.ui.settings.ThirdPartyNotices.Notice;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/// Binds the About page.
final class AboutController {
  private final AboutViewModel model;
  private final Messages messages;
  private final Runnable close;

  @FXML Label version;
  @FXML Label folder;
  @FXML ListView<Notice> licences;
  @FXML TextArea notice;

  AboutController(AboutViewModel model, Messages messages, Runnable close) {
    this.model = model;
    this.messages = messages;
    this.close = close;
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
                model.selected().set(now);
              }
            });
    model.selected().subscribe(this::select);
    model.text().subscribe(this::showText);
  }

  @FXML
  void done() {
    close.run();
  }

  @FXML
  void openFolder() {
    model.openDataFolder();
  }

  @FXML
  void readLicence() {
    model.selectOwnLicence();
    notice.requestFocus();
  }

  private void select(Notice selected) {
    int row = licences.getItems().indexOf(selected);
    if (row >= 0) {
      licences.getSelectionModel().select(row);
    } else {
      licences.getSelectionModel().clearSelection();
    }
  }

  private void showText(String text) {
    notice.setText(text);
    notice.positionCaret(0);
    notice.setScrollTop(0);
  }

  private final class LicenceCell extends ListCell<Notice> {
    @Override
    protected void updateItem(@Nullable Notice item, boolean empty) {
      super.updateItem(item, empty);
      setText(
          item == null ? null : messages.get("about.licence.count", item.licence(), item.count()));
    }
  }
}
