package app.fragments.ui.settings;

import app.fragments.ui.common.Messages;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;

/// Binds the group of the Settings page that is about jobs.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
final class JobSettingsController {
  private final JobSettingsFields fields;
  private final SettingsBindings bindings;

  @FXML private TextField workers;
  @FXML private Label workersNote;
  @FXML private TextField timeout;
  @FXML private Label timeoutNote;
  @FXML private TextField poll;
  @FXML private Label pollNote;
  @FXML private TextField calls;
  @FXML private Label callsNote;
  @FXML private TextField perUser;
  @FXML private Label perUserNote;
  @FXML private TextField keepCompleted;
  @FXML private Label keepCompletedNote;
  @FXML private TextField keepFailed;
  @FXML private Label keepFailedNote;

  JobSettingsController(JobSettingsFields fields, Messages messages) {
    this.fields = fields;
    bindings = new SettingsBindings(messages);
  }

  @FXML
  void initialize() {
    bindings.typed(workers, workersNote, fields.workers(), "settings.workers.note");
    bindings.typed(timeout, timeoutNote, fields.timeout(), "settings.timeout.note");
    bindings.typed(poll, pollNote, fields.poll(), "settings.poll.note");
    bindings.typed(calls, callsNote, fields.calls(), "settings.calls.note");
    bindings.typed(perUser, perUserNote, fields.perUser(), "settings.perUser.note");
    bindings.typed(
        keepCompleted, keepCompletedNote, fields.keepCompleted(), "settings.keepCompleted.note");
    bindings.typed(keepFailed, keepFailedNote, fields.keepFailed(), "settings.keepFailed.note");
  }
}
