package app.fragments.ui.jobs;

import app.fragments.job.JobStatus;
import app.fragments.job.Priority;
import app.fragments.ui.common.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/// The cells of the jobs table.
final class JobCells {
  private final JobActions actions;
  private final Messages messages;
  private final JobTexts texts;
  private final Supplier<JobsController.Layout> layout;

  JobCells(
      JobActions actions,
      Messages messages,
      JobTexts texts,
      Supplier<JobsController.Layout> layout) {
    this.actions = actions;
    this.messages = messages;
    this.texts = texts;
    this.layout = layout;
  }

  TableCell<JobRow, JobRow> report() {
    Label template = label("strong");
    Label fragments = label("muted");
    Label period = label("muted");
    Label submitted = label("muted");
    submitted.managedProperty().bind(submitted.visibleProperty());
    FontIcon priority = new FontIcon();
    Label mark = label("job-priority");
    mark.setGraphic(priority);
    mark.setMinWidth(Label.USE_PREF_SIZE);
    Tooltip tip = new Tooltip();
    mark.setTooltip(tip);
    mark.managedProperty().bind(mark.visibleProperty());
    period.managedProperty().bind(period.visibleProperty());
    return cell(
        new VBox(4, new HBox(4, template, mark), fragments, period, submitted),
        row -> {
          template.setText(row.template());
          fragments.setText(texts.fragments(row.fragments()));
          submitted.setText(texts.submitted(row));
          submitted.setVisible(!layout.get().hasDetails);
          period.setText(texts.period(row));
          period.setVisible(!layout.get().hasDetails && row.period() != null);
          tip.setText(texts.priority(row.job().priority()));
          mark.setVisible(!tip.getText().isEmpty());
          priority.setIconLiteral(
              row.job().priority() == Priority.HIGH ? "fth-chevrons-up" : "fth-chevrons-down");
        });
  }

  TableCell<JobRow, JobRow> period() {
    Label days = new Label();
    days.setWrapText(true); // a period over two years
    Tooltip tip = new Tooltip();
    return cell(
        days,
        row -> {
          days.setText(texts.period(row));
          tip.setText(row.period() == null ? "" : row.period().label());
          days.setTooltip(row.period() == null ? null : tip);
        });
  }

  TableCell<JobRow, JobRow> time() {
    Label submitted = label("muted");
    Label time = label("numbers");
    return cell(
        new VBox(4, submitted, time),
        row -> {
          submitted.setText(texts.submitted(row));
          time.setText(texts.time(row.elapsed()));
        });
  }

  TableCell<JobRow, JobRow> action() {
    ActionButton button = new ActionButton();
    return cell(button, row -> button.setVisible(button.show(row)));
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A cell that reuses its node for each row.
  private static TableCell<JobRow, JobRow> cell(Node node, Consumer<JobRow> fill) {
    return new TableCell<>() {
      @Override
      protected void updateItem(@Nullable JobRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setGraphic(isEmpty || row == null ? null : node);
        if (row != null) {
          fill.accept(row);
        }
      }
    };
  }

  /// The button of a row. It is reused for the next row, so that it keeps the focus while its row
  /// changes.
  private final class ActionButton extends Button {
    private final Tooltip tip = new Tooltip();

    ActionButton() {
      setMinWidth(USE_PREF_SIZE);
      setTooltip(tip);
    }

    /// @return whether the row offers anything
    boolean show(JobRow row) {
      JobActions.@Nullable Action action = actions.main(row).orElse(null);
      if (action == null) {
        return false;
      }
      String name = messages.get(action.key());
      String key = messages.get(row.isLive() ? "jobs.key.delete" : "jobs.key.enter");
      setText(name);
      setAccessibleText(messages.get("jobs.action.of", name, row.template()));
      tip.setText(messages.get("main.tip", name, key));
      setOnAction(e -> action.effect().run());
      getStyleClass().remove("flat");
      if (row.isLive()) {
        getStyleClass().add("flat");
      }
      return true;
    }
  }

  /// The status of a job: its progress, where it runs, why it waits or has failed.
  final class StatusCell extends TableCell<JobRow, JobRow> {
    private final ProgressBar bar = new ProgressBar();
    private final Label pill = label("pill");
    private final Label words = label("muted");
    private final ActionButton button = new ActionButton();
    private final HBox line = new HBox();
    private final VBox stack = new VBox();
    private final Tooltip tip = new Tooltip();

    StatusCell() {
      bar.getStyleClass().add("job-bar");
      bar.setAccessibleText(messages.get("weave.progressName"));
      pill.setMinWidth(USE_PREF_SIZE);
      pill.setMinHeight(USE_PREF_SIZE);
      words.setWrapText(true);
      line.getStyleClass().add("job-line");
      stack.getStyleClass().add("job-stack");
    }

    @Override
    protected void updateItem(@Nullable JobRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setGraphic(isEmpty || row == null ? null : show(row));
    }

    private Node show(JobRow row) {
      boolean runs = row.status() == JobStatus.PROCESSING;
      boolean stacked = row.isLive() || !layout.get().hasDetails;
      if (runs) {
        bar.setProgress(row.fraction());
      } else {
        showPill(row.status());
      }
      String said = words(row);
      words.setText(said);
      setAccessibleText(texts.spoken(row));
      tip.setText(said);
      setTooltip(said.isEmpty() ? null : tip);
      words.getStyleClass().remove("caption");
      if (stacked) {
        words.getStyleClass().add("caption");
      }
      List<Node> parts = new ArrayList<>(List.of(runs ? bar : pill));
      if (!said.isEmpty()) {
        parts.add(words);
      }
      if (stacked && !layout.get().hasActions && button.show(row)) {
        parts.add(button);
      }
      Pane box = stacked ? stack : line;
      if (!box.getChildren().equals(parts)) { // or the button loses the focus
        box.getChildren().setAll(parts);
      }
      return box;
    }

    private void showPill(JobStatus status) {
      pill.setText(messages.get("jobs.status." + status.name()));
      pill.getStyleClass().removeAll(List.of("ok", "failed"));
      switch (status) {
        case COMPLETED -> pill.getStyleClass().add("ok");
        case FAILED -> pill.getStyleClass().add("failed");
        case PENDING, PROCESSING, CANCELLED -> {}
      }
    }

    private String words(JobRow row) {
      boolean withTime = !layout.get().hasDetails;
      if (row.status() == JobStatus.PROCESSING) {
        return texts.running(row, withTime);
      }
      return withTime && row.status() == JobStatus.COMPLETED
          ? texts.time(row.elapsed())
          : (texts.why(row) + " " + texts.remedy(row)).strip();
    }
  }
}
