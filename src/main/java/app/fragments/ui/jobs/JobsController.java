package app.fragments.ui.jobs;

import app.fragments.ui.common.StoreHealth;
import app.fragments.ui.common.Theming;
import app.fragments.ui.common.UiContext;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Binds the jobs page.
@SuppressWarnings("NullAway.Init") // the loader sets the fields
public final class JobsController {
  private static final double HEADER = 46;
  private static final double REPORT = 152;
  private static final double PERIOD = 132;
  private static final double TIME = 54;
  private static final double ACTION = 134;

  /// Of the scroll bar, so that it never covers anything.
  private static final double BAR = 12;

  private final JobsViewModel jobs;
  private final JobInsight insight;
  private final StoreHealth health;
  private final Theming theming;
  private final JobActions actions;
  private final JobTexts texts;
  private final JobCells cells;
  private final JobTableKeys gestures;
  private final WorkerOverviewTexts workforceTexts;
  private final ObjectProperty<JobsTableLayout> layout =
      new SimpleObjectProperty<>(JobsTableLayout.WIDE);
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

  public JobsController(
      JobCommands commands, JobsViewModel jobs, JobInsight insight, UiContext context) {
    this.jobs = jobs;
    this.insight = insight;
    health = context.health();
    theming = context.theming();
    actions = new JobActions(commands, context.messages(), context.navigator());
    texts = new JobTexts(context.messages(), context.services().clock());
    cells = new JobCells(actions, context.messages(), texts, layout::get);
    gestures = new JobTableKeys(actions, new JobMenu(actions, context.messages()));
    workforceTexts = new WorkerOverviewTexts(context.messages(), context.services().zone());
  }

  @FXML
  void initialize() {
    report.setCellFactory(column -> cells.report());
    period.setCellFactory(column -> cells.period());
    status.setCellFactory(column -> cells.status());
    time.setCellFactory(column -> cells.time());
    action.setCellFactory(column -> cells.action());
    for (TableColumn<JobRow, JobRow> column : List.of(report, period, status, time, action)) {
      column.setReorderable(false);
      column.setSortable(false);
      column.setResizable(false);
      column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    }
    table.setRowFactory(made -> new SpokenRow());
    table.setItems(jobs.rows());
    note.setMinHeight(Region.USE_PREF_SIZE);
    gestures.attachTo(table);
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
    insight.workforce().subscribe(now -> showNote());
    insight.mine().subscribe(now -> showNote());
    health.state().subscribe(now -> showNote());
  }

  /// Gives the columns their widths: the status has what the others leave.
  private void arrange() {
    double width = table.getWidth();
    JobsTableLayout before = layout.get();
    JobsTableLayout now = JobsTableLayout.of(width / theming.scaled(1));
    layout.set(now);
    table.setFixedCellSize(theming.scaled(now.rowHeight()));
    double rest = width - BAR;
    for (TableColumn<JobRow, JobRow> column : List.of(period, time)) {
      column.setVisible(now.hasDetails());
    }
    action.setVisible(now.hasActions());
    rest -= set(report, REPORT) + set(period, PERIOD) + set(time, TIME) + set(action, ACTION);
    status.setPrefWidth(Math.max(0, rest));
    if (before != now) {
      table.refresh();
    }
  }

  /// @return how much of the width it takes
  private double set(TableColumn<JobRow, JobRow> column, double width) {
    column.setPrefWidth(theming.scaled(width));
    return column.isVisible() ? theming.scaled(width) : 0;
  }

  private void showNote() {
    boolean known = health.state().get() == StoreHealth.State.READY;
    @Nullable WorkerOverview workforce = known ? insight.workforce().get() : null;
    note.setText(workforceTexts.note(insight.mine().get(), workforce));
    String lines = workforce == null ? "" : workforceTexts.details(workforce);
    details.setText(lines);
    note.setTooltip(lines.isEmpty() ? null : details);
  }

  /// A row that says all of itself to those who listen.
  private final class SpokenRow extends TableRow<JobRow> {
    @Override
    protected void updateItem(@Nullable JobRow row, boolean isEmpty) {
      super.updateItem(row, isEmpty);
      setAccessibleText(
          Optional.ofNullable(row).filter(shown -> !isEmpty).map(texts::spoken).orElse(null));
    }
  }
}
