package app.fragments.ui.jobs;

import app.fragments.job.Failure;
import app.fragments.job.JobStatus;
import app.fragments.ui.common.UiContext;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.DataFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.PickResult;
import org.jspecify.annotations.Nullable;

/// What the user can do about a row of the jobs table, by button, key or context menu. Enter does
/// what the row's button does, but never cancels; Delete cancels. On the FX thread.
final class JobActions {
  private final JobCommands commands;
  private final UiContext context;

  JobActions(JobCommands commands, UiContext context) {
    this.commands = commands;
    this.context = context;
  }

  /// @param key the message key of its name
  record Action(String key, Runnable effect) {}

  /// The one action that the row's button offers, if any.
  Optional<Action> main(JobRow row) {
    return switch (row.status()) {
      case PENDING, PROCESSING -> cancel(row);
      case COMPLETED ->
          Optional.of(new Action("weave.openReport", () -> commands.openReport(row.id())));
      case CANCELLED -> again(row);
      case FAILED ->
          Optional.ofNullable(row.failure())
              .flatMap(kind -> FailureAdvice.of(kind, row.byAi()).inList())
              .map(offered -> act(offered.messageKey(), row, offered));
    };
  }

  private Optional<Action> cancel(JobRow row) {
    return row.isLive()
        ? Optional.of(new Action("weave.cancel", () -> commands.cancel(row.id())))
        : Optional.empty();
  }

  /// Weaves the same again after a job ended without a report.
  private Optional<Action> again(JobRow row) {
    return switch (row.status()) {
      case FAILED -> Optional.of(act("weave.retry", row, FailureAdvice.Action.RETRY));
      case CANCELLED -> Optional.of(act("weave.again", row, FailureAdvice.Action.RETRY));
      case PENDING, PROCESSING, COMPLETED -> Optional.empty();
    };
  }

  private Action act(String key, JobRow row, FailureAdvice.Action action) {
    return new Action(key, () -> commands.act(row.id(), action));
  }

  /// Copies the failure and the job's id, for a support request.
  private Optional<Action> copyError(JobRow row) {
    @Nullable Failure failure = row.job().failure();
    if (row.status() != JobStatus.FAILED || failure == null) {
      return Optional.empty();
    }
    String kind = failure.kind().name().toLowerCase(Locale.ROOT);
    String error = context.messages().get("jobs.error", kind, failure.message(), row.id().value());
    return Optional.of(new Action("jobs.copyError", () -> copy(error)));
  }

  private void copy(String text) {
    Clipboard.getSystemClipboard().setContent(Map.of(DataFormat.PLAIN_TEXT, text));
    context.toast("jobs.copied");
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
    boolean cancel = key.getCode() == KeyCode.DELETE;
    if (table.isFocused() && (cancel || key.getCode() == KeyCode.ENTER)) {
      key.consume();
      focused(table)
          .filter(row -> cancel || !row.isLive())
          .flatMap(row -> cancel ? cancel(row) : main(row))
          .ifPresent(action -> action.effect().run());
    }
  }

  private ContextMenu menu(JobRow row) {
    ContextMenu menu = new ContextMenu();
    if (row.status() == JobStatus.COMPLETED) {
      add(menu, main(row), KeyCode.ENTER);
    }
    add(menu, again(row), null);
    add(menu, cancel(row), KeyCode.DELETE);
    menu.getItems().add(new SeparatorMenuItem());
    add(menu, copyError(row), null);
    add(menu, Optional.of(new Action("jobs.copyId", () -> copy(row.id().value()))), null);
    return menu;
  }

  private void add(ContextMenu menu, Optional<Action> offered, @Nullable KeyCode key) {
    offered.ifPresent(
        action -> {
          MenuItem item = new MenuItem(context.messages().get(action.key()));
          item.setOnAction(e -> action.effect().run());
          if (key != null) {
            item.setAccelerator(new KeyCodeCombination(key));
          }
          menu.getItems().add(item);
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
