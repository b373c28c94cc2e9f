package app.fragments.ui.settings;

import app.fragments.ui.common.UiContext;
import app.fragments.ui.common.UiServices;
import app.fragments.ui.settings.ThirdPartyNotices.Notice;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import org.jspecify.annotations.Nullable;

/// Binds the About page.
final class AboutController {
  private final UiContext context;
  private final Runnable close;

  @FXML Label version;
  @FXML Label folder;
  @FXML ListView<Notice> licences;
  @FXML TextArea notice;

  AboutController(UiContext context, Runnable close) {
    this.context = context;
    this.close = close;
  }

  @FXML
  void initialize() {
    UiServices services = context.services();
    version.setText(
        context.messages().get("about.version.value", services.version(), Runtime.version()));
    folder.setText(services.dataFolder().toString());
    licences.setCellFactory(list -> new LicenceCell());
    licences.getItems().setAll(ThirdPartyNotices.read());
    licences.getSelectionModel().selectedItemProperty().subscribe(this::show);
    licences.getSelectionModel().selectFirst();
  }

  @FXML
  void done() {
    close.run();
  }

  @FXML
  void openFolder() {
    context.navigator().browse(context.services().dataFolder().toUri().toString());
  }

  /// Shows the licence of Fragments itself.
  @FXML
  void readLicence() {
    licences.getSelectionModel().clearSelection();
    show(new Notice("Apache-2.0", ""));
    notice.requestFocus();
  }

  private void show(@Nullable Notice selected) {
    if (selected != null) {
      notice.setText(selected.text());
      notice.positionCaret(0);
      notice.setScrollTop(0);
    }
  }

  private final class LicenceCell extends ListCell<Notice> {
    @Override
    protected void updateItem(@Nullable Notice item, boolean empty) {
      super.updateItem(item, empty);
      setText(
          item == null
              ? null
              : context.messages().get("about.licence.count", item.licence(), item.count()));
    }
  }
}
