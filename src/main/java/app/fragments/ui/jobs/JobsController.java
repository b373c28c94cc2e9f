package app.fragments.ui.jobs;

import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the jobs page.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
public final class JobsController {
  private static final double HEADER = 46;
  private static final double REPORT = 152;
  private static final double PERIOD = 132;
  private static final double TIME = 102;
  private static final double ACTION = 134;
  private static final double SCROLL_BAR = 12;

  /// How the table uses its width. Sizes are in pixels at the normal text size.
  enum Layout {
    /// All columns.
    WIDE(71, true, true),
    /// Without the columns for period and time, which other columns show.
    NARROW(96, false, true),
    /// Also without the button's column.
    SLIM(150, false, false);

    private static final double WIDE_MIN = 640;
    private static final double NARROW_MIN = 430;

    final double rowHeight;
    final boolean hasDetails;
    final boolean hasActions;

    Layout(double rowHeight, boolean hasDetails, boolean hasActions) {
      this.rowHeight = rowHeight;
      this.hasDetails = hasDetails;
      this.hasActions = hasActions;
    }

    static Layout of(double width) {
      return width >= WIDE_MIN ? WIDE : width >= NARROW_MIN ? NARROW : SLIM;
    }
  }

  private final JobsViewModel jobs;
  private final StoreHealth health;
  private final Theming theming;
  private final JobActions actions;
  private final JobTexts texts;
  private final JobCells cells;
  private Layout layout = Layout.WIDE;
  private final Tooltip details = new Tooltip();

  @FXML private VBox page;
  @FXML private VBox empty;
  @FXML private TableView<JobRow> table;
  @FXML private TableColumn<JobRow, JobRow> report;
  @FXML private TableColumn<JobRow, JobRow> period;
  @FXML private TableColumn<JobRow, JobRow> status;
  @FXML private TableColumn<JobRow, JobRow> time;
  @FXML private TableColumn<JobRow, JobRow> action;
  @FXML private Label note;

  public JobsController(JobCommands commands, JobsViewModel jobs, UiContext context) {
    this.jobs = jobs;
    health = context.health();
    theming = context.theming();
    actions = new JobActions(commands, context);
    texts = new JobTexts(context.messages(), context.services().clock());
    cells = new JobCells(actions, context.messages(), texts, () -> layout);
  }

  @FXML
  void initialize() {
    report.setCellFactory(column -> cells.report());
    period.setCellFactory(column -> cells.period());
    status.setCellFactory(column -> cells.new StatusCell());
    time.setCellFactory(column -> cells.time());
    action.setCellFactory(column -> cells.action());
    for (TableColumn<JobRow, JobRow> column : List.of(report, period, status, time, action)) {
      column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    }
    table.setRowFactory(made -> new SpokenRow());
    table.setItems(jobs.rows());
    actions.attachTo(table);
    table.widthProperty().subscribe(width -> arrange());
    theming.textSize().subscribe(size -> arrange());
    table
        .prefHeightProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> jobs.rows().size() * table.getFixedCellSize() + theming.scaled(HEADER),
                jobs.rows(),
                table.fixedCellSizeProperty()));
    empty.visibleProperty().bind(Bindings.isEmpty(jobs.rows()));
    page.visibleProperty().bind(empty.visibleProperty().not());
    jobs.others.subscribe(now -> showNote());
    jobs.workerCount.subscribe(now -> showNote());
    health.state().subscribe(now -> showNote());
  }

  /// Sets the column widths: the status gets what the others leave.
  private void arrange() {
    double width = table.getWidth();
    Layout before = layout;
    layout = Layout.of(width / theming.scaled(1));
    table.setFixedCellSize(theming.scaled(layout.rowHeight));
    period.setVisible(layout.hasDetails);
    time.setVisible(layout.hasDetails);
    action.setVisible(layout.hasActions);
    double others =
        set(report, REPORT) + set(period, PERIOD) + set(time, TIME) + set(action, ACTION);
    status.setPrefWidth(Math.max(0, width - SCROLL_BAR - others));
    if (before != layout) {
      table.refresh();
    }
  }

  /// @return the width that it takes
  private double set(TableColumn<JobRow, JobRow> column, double width) {
    column.setPrefWidth(theming.scaled(width));
    return column.isVisible() ? theming.scaled(width) : 0;
  }

  private void showNote() {
    boolean known = health.state().get() == StoreHealth.State.READY;
    QueueStatus.@Nullable Others others = known ? jobs.others.get() : null;
    note.setText(texts.workers(jobs.workerCount.get(), others));
    String lines = others == null ? "" : texts.workerDetails(others);
    details.setText(lines);
    note.setTooltip(lines.isEmpty() ? null : details);
  }

  /// A row that screen readers read as a whole.
  private final class SpokenRow extends TableRow<JobRow> {
    @Override
    protected void updateItem(@Nullable JobRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setAccessibleText(
          Optional.ofNullable(row).filter(shown -> !isEmpty).map(texts::spoken).orElse(null));
    }
  }
}
