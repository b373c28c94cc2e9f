package app.fragments.ui.weave;

import app.fragments.ui.common.Fxml;
import app.fragments.ui.common.FxmlScreens;
import app.fragments.ui.common.UiContext;
import app.fragments.ui.weave.WeaveViewModel.ConsentRequest;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Modality;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import org.jspecify.annotations.Nullable;

/// Shows the question to answer before text leaves this computer.
final class ConsentDialog {
  private final UiContext context;
  private final FxmlScreens screens;
  private final WeaveViewModel model;
  private final Node owner;
  private @Nullable Stage stage;

  /// @param owner a node in the window that owns the dialog
  ConsentDialog(UiContext context, FxmlScreens screens, WeaveViewModel model, Node owner) {
    this.context = context;
    this.screens = screens;
    this.model = model;
    this.owner = owner;
    screens.with(ConsentController.class, () -> new ConsentController(model, context.messages()));
    model.consent().subscribe(this::show);
  }

  private void show(@Nullable ConsentRequest request) {
    if (request != null) {
      Stage dialog = stage == null ? make() : stage;
      stage = dialog;
      dialog.sizeToScene();
      dialog.show();
    } else if (stage != null) {
      stage.hide();
    }
  }

  private Stage make() {
    Stage dialog = new Stage(StageStyle.DECORATED);
    dialog.initOwner(owner.getScene().getWindow());
    dialog.initModality(Modality.WINDOW_MODAL);
    dialog.setTitle(context.messages().get("consent.title"));
    dialog.setResizable(false);
    Scene scene = new Scene(screens.load(Fxml.CONSENT));
    context.theming().style(scene);
    scene.addEventHandler(
        KeyEvent.KEY_PRESSED,
        key -> {
          if (key.getCode() == KeyCode.ESCAPE) {
            model.refuse();
          }
        });
    dialog.setScene(scene);
    dialog.setOnCloseRequest(e -> model.refuse());
    return dialog;
  }
}
