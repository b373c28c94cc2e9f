package app.fragments.ui.shell;

import app.fragments.ui.common.Confirmation;
import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Theming;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.stage.Window;

/// Asks in a small window of its own, in the look of the main one.
final class Dialogs implements Confirmation {
  private final Window owner;
  private final Theming theming;
  private final Messages messages;

  Dialogs(Window owner, Theming theming, Messages messages) {
    this.owner = owner;
    this.theming = theming;
    this.messages = messages;
  }

  @Override
  public void ask(String question, String text, String yes, Runnable onYes) {
    ButtonType does = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
    ButtonType not = new ButtonType(messages.get("main.cancel"), ButtonBar.ButtonData.CANCEL_CLOSE);
    Alert alert = new Alert(Alert.AlertType.NONE, text, not, does);
    alert.initOwner(owner);
    alert.setTitle(messages.get("app.name"));
    alert.setHeaderText(question);
    theming.style(alert.getDialogPane().getScene());
    alert.getDialogPane().lookupButton(does).getStyleClass().add("danger-text");
    alert
        .resultProperty()
        .subscribe(
            answer -> {
              if (answer == does) {
                onYes.run();
              }
            });
    alert.show();
  }
}
