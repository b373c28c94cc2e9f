package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.JobActions.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// Keys and context menu of the jobs table: Enter does what the row's button does, Delete cancels.
/// Enter never cancels.
final class JobTableInput {
  private final JobActions actions;
  private final Messages messages;

  JobTableInput(JobActions actions, Messages messages) {
    this.actions = actions;
    this.messages = messages;
  }

  void attachTo(TableView<JobRow> table) {
    table.addEventFilter(KeyEvent.KEY_PRESSED, key -> pressed(table, key));
    table.setOnContextMenuRequested(
        event -> {
          rowAt(event)
              .or(() -> focused(table))
              .ifPresent(row -> menu(row).show(table, event.getScreenX(), event.getScreenY()));
          event.consume();
        });
  }

  /// Ignores keys while a button in the table has the focus.
  private void pressed(TableView<JobRow> table, KeyEvent key) {
    if (!table.isFocused() || (key.getCode() != KeyCode.ENTER && key.getCode() != KeyCode.DELETE)) {
      return;
    }
    key.consume();
    boolean cancel = key.getCode() == KeyCode.DELETE;
    focused(table)
        .filter(row -> cancel || !row.isLive())
        .flatMap(row -> cancel ? actions.cancel(row) : actions.main(row))
        .ifPresent(action -> action.run().run());
  }

  private ContextMenu menu(JobRow row) {
    ContextMenu menu = new ContextMenu();
    Optional<Action> open = actions.main(row).filter(a -> row.status() == JobStatus.COMPLETED);
    List<MenuItem> first =
        Stream.of(
                item(open, KeyCode.ENTER),
                item(actions.again(row), null),
                item(actions.cancel(row), KeyCode.DELETE))
            .flatMap(Optional::stream)
            .toList();
    menu.getItems().addAll(first);
    menu.getItems().add(new SeparatorMenuItem());
    item(actions.copyError(row), null).ifPresent(menu.getItems()::add);
    item(Optional.of(actions.copyId(row)), null).ifPresent(menu.getItems()::add);
    return menu;
  }

  private Optional<MenuItem> item(Optional<Action> action, @Nullable KeyCode key) {
    return action.map(
        offered -> {
          MenuItem item = new MenuItem(messages.get(offered.key()));
          item.setOnAction(e -> offered.run().run());
          if (key != null) {
            item.setAccelerator(new KeyCodeCombination(key));
          }
          return item;
        });
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
