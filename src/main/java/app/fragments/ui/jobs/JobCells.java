package app.fragments.ui.jobs;

import app.fragments.job.Priority;
import app.fragments.ui.common.Messages;
import app.fragments.ui.jobs.JobActions.Action;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
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
    FontIcon priority = new FontIcon();
    Label mark = new Label("", priority);
    mark.getStyleClass().add("job-priority");
    mark.setMinWidth(Label.USE_PREF_SIZE);
    Tooltip tip = new Tooltip();
    mark.setTooltip(tip);
    mark.managedProperty().bind(mark.visibleProperty());
    period.managedProperty().bind(period.visibleProperty());
    return cell(
        new VBox(4, new HBox(4, template, mark), fragments, period),
        row -> {
          template.setText(row.template());
          fragments.setText(texts.fragments(row.fragments()));
          period.setText(row.period() == null ? "" : row.period().shortLabel());
          period.setVisible(!layout.get().hasDetails() && row.period() != null);
          Optional<String> words = texts.priority(row.job().priority());
          mark.setVisible(words.isPresent());
          tip.setText(words.orElse(""));
          priority.setIconLiteral(
              row.job().priority() == Priority.HIGH ? "fth-chevrons-up" : "fth-chevrons-down");
          return true;
        });
  }

  TableCell<JobRow, JobRow> period() {
    Label days = new Label();
    Tooltip tip = new Tooltip();
    return cell(
        days,
        row -> {
          days.setText(row.period() == null ? "–" : row.period().shortLabel());
          tip.setText(row.period() == null ? "" : row.period().label());
          days.setTooltip(row.period() == null ? null : tip);
          return true;
        });
  }

  TableCell<JobRow, JobRow> status() {
    return new JobStatusCell(actions, messages, texts, layout);
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
    ActionButton button = new ActionButton(actions, messages);
    return cell(button, button::show);
  }

  /// The button of a row. It is reused for the next row, so that it keeps the focus while its row
  /// changes.
  static final class ActionButton extends Button {
    private final JobActions actions;
    private final Messages messages;
    private final Tooltip tip = new Tooltip();

    ActionButton(JobActions actions, Messages messages) {
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
      String key = messages.get(row.isLive() ? "jobs.key.delete" : "jobs.key.enter");
      setText(name);
      setAccessibleText(messages.get("jobs.action.of", name, row.template()));
      tip.setText(messages.get("main.tip", name, key));
      setOnAction(e -> action.run().run());
      getStyleClass().remove("flat");
      if (row.isLive()) {
        getStyleClass().add("flat");
      }
    }
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A cell that reuses its node for each row.
  ///
  /// @param fill fills the node and returns whether there is anything to show
  private static TableCell<JobRow, JobRow> cell(Node node, Function<JobRow, Boolean> fill) {
    return new TableCell<>() {
      @Override
      protected void updateItem(JobRow row, boolean isEmpty) {
        super.updateItem(row, isEmpty);
        setGraphic(isEmpty || row == null || !fill.apply(row) ? null : node);
      }
    };
  }
}
