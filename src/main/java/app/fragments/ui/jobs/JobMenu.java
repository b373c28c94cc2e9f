package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.JobActions.Action;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import org.jspecify.annotations.Nullable;

/// The context menu of a row of the jobs table, filled for the row when it is asked for.
final class JobMenu {
  private final JobActions actions;
  private final Messages messages;

  JobMenu(JobActions actions, Messages messages) {
    this.actions = actions;
    this.messages = messages;
  }

  ContextMenu of(JobRow row) {
    ContextMenu menu = new ContextMenu();
    Optional<Action> open = actions.main(row).filter(a -> row.status() == JobStatus.COMPLETED);
    Stream.of(
            item(open, KeyCode.ENTER),
            item(actions.again(row), null),
            item(actions.cancel(row), KeyCode.DELETE))
        .flatMap(List::stream)
        .forEach(menu.getItems()::add);
    menu.getItems().add(new SeparatorMenuItem());
    menu.getItems().addAll(item(actions.copyError(row), null));
    menu.getItems().addAll(item(Optional.of(actions.copyId(row)), null));
    return menu;
  }

  private List<MenuItem> item(Optional<Action> action, @Nullable KeyCode key) {
    return action
        .map(
            offered -> {
              MenuItem item = new MenuItem(messages.get(offered.key()));
              item.setOnAction(e -> offered.run().run());
              if (key != null) {
                item.setAccelerator(new KeyCodeCombination(key));
              }
              return List.of(item);
            })
        .orElse(List.of());
  }
}
