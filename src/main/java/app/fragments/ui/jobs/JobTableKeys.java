package app.fragments.ui.jobs;

import app.fragments.ui.jobs.JobActions.Action;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// What keys and the context menu do in the jobs table: Enter does what the row's button does,
/// Delete cancels. Enter never cancels.
final class JobTableKeys {
  private final JobActions actions;
  private final JobMenu menu;

  JobTableKeys(JobActions actions, JobMenu menu) {
    this.actions = actions;
    this.menu = menu;
  }

  void attachTo(TableView<JobRow> table) {
    table.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(table, key));
    table.setOnContextMenuRequested(
        event -> {
          rowAt(event)
              .or(() -> focused(table))
              .ifPresent(row -> menu.of(row).show(table, event.getScreenX(), event.getScreenY()));
          event.consume();
        });
  }

  /// Keys of a button in the table are its own.
  private void pressed(TableView<JobRow> table, KeyEvent key) {
    if (!table.isFocused()) {
      return;
    }
    Optional<Action> action =
        focused(table)
            .flatMap(
                row ->
                    switch (key.getCode()) {
                      case ENTER -> row.isLive() ? Optional.empty() : actions.main(row);
                      case DELETE -> actions.cancel(row);
                      default -> Optional.empty();
                    });
    if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.DELETE) {
      key.consume();
    }
    action.ifPresent(found -> found.run().run());
  }

  private static Optional<JobRow> focused(TableView<JobRow> table) {
    int index = table.getFocusModel().getFocusedIndex();
    return index >= 0 && index < table.getItems().size()
        ? Optional.of(table.getItems().get(index))
        : Optional.empty();
  }

  private static Optional<JobRow> rowAt(ContextMenuEvent event) {
    @Nullable PickResult pick = event.getPickResult();
    @Nullable Node node =
        event.isKeyboardTrigger() || pick == null ? null : pick.getIntersectedNode();
    while (node != null) {
      if (node instanceof TableRow<?> row && row.getItem() instanceof JobRow job) {
        return Optional.of(job);
      }
      node = node.getParent();
    }
    return Optional.empty();
  }
}
