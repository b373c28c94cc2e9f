package app.fragments.ui.main;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/// The parts of the window that are made elsewhere, as the window takes them in.
///
/// @param weaveBar goes along the lower edge; it hides itself while there is nothing to weave
/// @param report makes the Report page, when it is first shown
/// @param reportActions stands right of the tabs while the report is shown
/// @param jobs makes the Jobs page, when it is first shown
/// @param settings makes the Settings page, when it is first opened
/// @param liveJobs how many jobs wait or run
/// @param reports the kept reports
/// @param showReport opens a report in the Report page
record Parts(
    Node weaveBar,
    Supplier<? extends Node> report,
    Node reportActions,
    Supplier<? extends Node> jobs,
    Supplier<? extends Node> settings,
    ReadOnlyIntegerProperty liveJobs,
    SidebarReports reports,
    Consumer<ReportId> showReport) {

  /// Nothing in any place.
  static Parts none() {
    Region bar = new Region();
    bar.setManaged(false);
    return new Parts(
        bar,
        Region::new,
        new Region(),
        Region::new,
        Region::new,
        new ReadOnlyIntegerWrapper().getReadOnlyProperty(),
        new NoReports(),
        report -> {});
  }

  private static final class NoReports implements SidebarReports {
    private final ObservableList<ReportHeader> none = FXCollections.emptyObservableList();

    @Override
    public ObservableList<ReportHeader> reports() {
      return none;
    }

    @Override
    public boolean isNew(ReportId report) {
      return false;
    }

    @Override
    public void open(ReportId report) {}

    @Override
    public void delete(ReportId report) {}
  }
}
