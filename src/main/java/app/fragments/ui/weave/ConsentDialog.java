package app.fragments.ui.weave;

import app.fragments.ui.common.FxmlFile;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.ScreenLoader;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.jobs.JobTexts;
import app.fragments.ui.weave.WeaveViewModel.ConsentRequest;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.stage.Modality;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/// Asks before text leaves this computer. Also the controller of the dialog's screen.
final class ConsentDialog {
  private final UiContext context;
  private final ScreenLoader screens;
  private final WeaveViewModel model;
  private final Node owner;
  private @Nullable Stage stage;

  @FXML Label heading;
  @FXML Label what;
  @FXML Label whom;
  @FXML CheckBox always;
  @FXML Button send;

  /// @param owner a node in the window that owns the dialog
  @SuppressWarnings("NullAway.Init") // the loader sets the fields before they are used
  ConsentDialog(UiContext context, ScreenLoader screens, WeaveViewModel model, Node owner) {
    this.context = context;
    this.screens = screens;
    this.model = model;
    this.owner = owner;
    screens.with(ConsentDialog.class, () -> this);
    model.consent().subscribe(this::show);
  }

  @FXML
  void send() {
    model.allow(always.isSelected());
  }

  @FXML
  void digest() {
    model.weaveDigestInstead();
  }

  @FXML
  void refuse() {
    model.refuse();
  }

  private void show(@Nullable ConsentRequest request) {
    if (request != null) {
      Stage dialog = stage == null ? make() : stage;
      stage = dialog;
      fill(request);
      dialog.sizeToScene();
      dialog.show();
      send.requestFocus();
    } else if (stage != null) {
      stage.hide();
    }
  }

  private void fill(ConsentRequest request) {
    Messages messages = context.messages();
    long tokens = JobTexts.rough(request.tokens());
    String destination = String.valueOf(request.generator().destination());
    always.setSelected(false);
    heading.setText(messages.get("consent.heading", request.fragments()));
    what.setText(messages.get("consent.what", request.fragments(), tokens));
    whom.setText(messages.get("consent.whom", request.generator().label(), destination));
  }

  private Stage make() {
    Stage dialog = new Stage();
    dialog.initOwner(owner.getScene().getWindow());
    dialog.initModality(Modality.WINDOW_MODAL);
    dialog.setTitle(context.messages().get("consent.title"));
    dialog.setResizable(false);
    dialog.setScene(new Scene(screens.load(FxmlFile.CONSENT)));
    context.theming().style(dialog.getScene());
    dialog.setOnCloseRequest(e -> model.refuse());
    return dialog;
  }
}
