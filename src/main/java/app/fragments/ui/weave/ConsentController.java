package app.fragments.ui.weave;

import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.JobTexts;
import app.fragments.ui.weave.WeaveViewModel.ConsentRequest;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// Binds the question before text is sent.
final class ConsentController {
  private final WeaveViewModel model;
  private final Messages messages;

  @FXML Label heading;
  @FXML Label what;
  @FXML Label whom;
  @FXML CheckBox always;

  ConsentController(WeaveViewModel model, Messages messages) {
    this.model = model;
    this.messages = messages;
  }

  @FXML
  void initialize() {
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
      always.setSelected(false);
      heading.setText(messages.get("consent.heading", request.fragments()));
      what.setText(
          messages.get("consent.what", request.fragments(), JobTexts.rough(request.tokens())));
      whom.setText(
          messages.get(
              "consent.whom",
              request.generator().label(),
              String.valueOf(request.generator().destination())));
    }
  }
}
