package app.fragments.ui.weave;

import app.fragments.ui.common.Messages;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.VBox;

/// Binds the jobs page.
final class JobsController {
  /// Of a row at the usual text size, in pixels.
  private static final double ROW = 71;

  private final WeaveViewModel model;
  private final JobsViewModel jobs;
  private final WindowWorkers workers;
  private final Messages messages;
  private final Theming theming;

  @FXML VBox page;
  @FXML VBox empty;
  @FXML TableView<JobRow> table;
  @FXML TableColumn<JobRow, JobRow> report;
  @FXML TableColumn<JobRow, JobRow> period;
  @FXML TableColumn<JobRow, JobRow> status;
  @FXML TableColumn<JobRow, JobRow> time;
  @FXML TableColumn<JobRow, JobRow> action;
  @FXML Label note;

  JobsController(
      WeaveViewModel model, JobsViewModel jobs, WindowWorkers workers, UiContext context) {
    this.model = model;
    this.jobs = jobs;
    this.workers = workers;
    messages = context.messages();
    theming = context.theming();
  }

  @FXML
  void initialize() {
    JobCells cells = new JobCells(model, workers, messages);
    report.setCellFactory(column -> cells.report());
    period.setCellFactory(column -> cells.period());
    status.setCellFactory(column -> cells.status());
    time.setCellFactory(column -> cells.time());
    action.setCellFactory(column -> cells.action());
    table
        .getColumns()
        .forEach(
            column -> {
              column.setReorderable(false);
              column.setSortable(false);
            });
    for (TableColumn<JobRow, JobRow> column : List.of(report, period, status, time, action)) {
      column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    }
    table.setItems(jobs.rows());
    theming.textSize().subscribe(size -> table.setFixedCellSize(theming.scaled(ROW)));
    table
        .prefHeightProperty()
        .bind(
            Bindings.size(jobs.rows())
                .multiply(table.fixedCellSizeProperty())
                .add(table.fixedCellSizeProperty().multiply(0.65)));
    empty.visibleProperty().bind(Bindings.isEmpty(jobs.rows()));
    page.visibleProperty().bind(empty.visibleProperty().not());
    jobs.live().subscribe(live -> showNote());
  }

  private void showNote() {
    note.setText(messages.get("jobs.note", workers.count()));
  }
}
