package app.fragments.ui.weave;

import app.fragments.job.JobStatus;
import app.fragments.ui.common.Messages;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The cells of the jobs table.
final class JobCells {
  private final WeaveViewModel model;
  private final WindowWorkers workers;
  private final Messages messages;
  private final JobTexts texts;

  JobCells(WeaveViewModel model, WindowWorkers workers, Messages messages) {
    this.model = model;
    this.workers = workers;
    this.messages = messages;
    texts = new JobTexts(messages);
  }

  TableCell<JobRow, JobRow> report() {
    Label template = label("strong");
    Label fragments = label("muted");
    return cell(
        new VBox(4, template, fragments),
        row -> {
          template.setText(row.template());
          fragments.setText(texts.fragments(row.fragments()));
          return true;
        });
  }

  TableCell<JobRow, JobRow> period() {
    Label days = new Label();
    return cell(
        days,
        row -> {
          days.setText(row.period() == null ? "–" : row.period().shortLabel());
          days.setTooltip(row.period() == null ? null : new Tooltip(row.period().label()));
          return true;
        });
  }

  TableCell<JobRow, JobRow> status() {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(140);
    bar.setPrefWidth(140);
    Label stage = label("muted", "caption");
    VBox running = new VBox(4, bar, stage);
    Label pill = label("pill");
    pill.setMinWidth(Region.USE_PREF_SIZE);
    Label reason = label("muted");
    reason.setWrapText(true);
    HBox plain = new HBox(8, pill, reason);
    running.getStyleClass().add("job-running");
    plain.getStyleClass().add("job-status");
    StatusNodes nodes = new StatusNodes(running, plain, bar, stage, pill, reason);
    return new TableCell<>() {
      @Override
      protected void updateItem(JobRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setGraphic(isEmpty || row == null ? null : show(row, nodes));
      }
    };
  }

  TableCell<JobRow, JobRow> time() {
    Label time = label("numbers");
    return cell(
        time,
        row -> {
          time.setText(texts.time(row.elapsed()));
          return true;
        });
  }

  TableCell<JobRow, JobRow> action() {
    Button button = new Button();
    return cell(
        button,
        row -> {
          Optional<Action> offered = offer(row);
          offered.ifPresent(
              action -> {
                button.setText(messages.get(action.key()));
                button.setAccessibleText(
                    messages.get("jobs.action.of", messages.get(action.key()), row.template()));
                button.setOnAction(e -> action.run().run());
                button.getStyleClass().remove("flat");
                if (row.isLive()) {
                  button.getStyleClass().add("flat");
                }
              });
          return offered.isPresent();
        });
  }

  private Optional<Action> offer(JobRow row) {
    return switch (row.status()) {
      case PENDING, PROCESSING ->
          Optional.of(new Action("weave.cancel", () -> model.cancel(row.id())));
      case COMPLETED ->
          Optional.of(new Action("weave.openReport", () -> model.openReport(row.id())));
      case CANCELLED ->
          Optional.of(new Action("weave.again", () -> model.act(row.id(), FailureAction.RETRY)));
      case FAILED ->
          Optional.ofNullable(row.failure())
              .flatMap(kind -> FailureAdvice.of(kind, row.byAi()).inList())
              .map(action -> act(row, action));
    };
  }

  private Action act(JobRow row, FailureAction action) {
    return new Action(action.messageKey(), () -> model.act(row.id(), action));
  }

  private Node show(JobRow row, StatusNodes nodes) {
    if (row.status() == JobStatus.PROCESSING) {
      nodes.bar.setProgress(row.fraction());
      nodes.stage.setText(texts.stage(row));
      return nodes.running;
    }
    nodes.pill.setText(messages.get("jobs.status." + row.status().name()));
    nodes.pill.getStyleClass().removeAll(List.of("ok", "failed"));
    switch (row.status()) {
      case COMPLETED -> nodes.pill.getStyleClass().add("ok");
      case FAILED -> nodes.pill.getStyleClass().add("failed");
      default -> {}
    }
    nodes.reason.setText(
        row.failure() != null && row.status() == JobStatus.FAILED
            ? messages.get("failure." + row.failure().name())
            : row.isLive() ? texts.whyWaiting(row, workers.count(), workers.busy()) : "");
    nodes.reason.setTooltip(
        nodes.reason.getText().isEmpty() ? null : new Tooltip(nodes.reason.getText()));
    return nodes.plain;
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A cell that keeps its node and fills it anew for each row; so a button keeps the keyboard
  /// while its row changes.
  ///
  /// @param fill says whether there is anything to show
  private static TableCell<JobRow, JobRow> cell(Node node, Function<JobRow, Boolean> fill) {
    return new TableCell<>() {
      @Override
      protected void updateItem(JobRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setGraphic(isEmpty || row == null || !fill.apply(row) ? null : node);
      }
    };
  }

  private record Action(String key, Runnable run) {}

  private record StatusNodes(
      VBox running, HBox plain, ProgressBar bar, Label stage, Label pill, Label reason) {}
}
