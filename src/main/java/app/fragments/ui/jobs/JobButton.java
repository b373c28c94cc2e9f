package app.fragments.ui.jobs;

import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.JobActions.Action;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;

/// The button of a row of the jobs table: kept from row to row, so that it keeps the keyboard while
/// its row changes.
final class JobButton extends Button {
  private final JobActions actions;
  private final Messages messages;
  private final Tooltip tip = new Tooltip();

  JobButton(JobActions actions, Messages messages) {
    this.actions = actions;
    this.messages = messages;
    setMinWidth(USE_PREF_SIZE);
    setTooltip(tip);
  }

  /// @return whether the row offers anything
  boolean show(JobRow row) {
    Optional<Action> offered = actions.main(row);
    offered.ifPresent(action -> show(row, action));
    return offered.isPresent();
  }

  private void show(JobRow row, Action action) {
    String name = messages.get(action.key());
    setText(name);
    setAccessibleText(messages.get("jobs.action.of", name, row.template()));
    tip.setText(messages.get("main.tip", name, messages.get(keyOf(row))));
    setOnAction(e -> action.run().run());
    getStyleClass().remove("flat");
    if (row.isLive()) {
      getStyleClass().add("flat");
    }
  }

  private static String keyOf(JobRow row) {
    return row.isLive() ? "jobs.key.delete" : "jobs.key.enter";
  }
}
