package app.fragments.ui.jobs;

import app.fragments.job.Priority;
import app.fragments.ui.common.Messages;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.Node;
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
  private final Supplier<JobsTableLayout> layout;

  JobCells(
      JobActions actions, Messages messages, JobTexts texts, Supplier<JobsTableLayout> layout) {
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
    JobButton button = new JobButton(actions, messages);
    return cell(button, button::show);
  }

  private static Label label(String... styles) {
    Label label = new Label();
    label.getStyleClass().addAll(styles);
    return label;
  }

  /// A cell that keeps its node and fills it anew for each row.
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
}
