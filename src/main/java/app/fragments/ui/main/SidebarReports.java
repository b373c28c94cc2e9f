package app.fragments.ui.main;

import app.fragments.report.ReportHeader;
import app.fragments.report.ReportId;
import javafx.collections.ObservableList;

/// The kept reports, as the sidebar lists them. On the FX thread.
interface SidebarReports {
  /// Newest first.
  ObservableList<ReportHeader> reports();

  /// Whether it came while this window was open and was not looked at yet.
  boolean isNew(ReportId report);

  void open(ReportId report);

  /// Deletes a report and offers to undo it.
  void delete(ReportId report);
}
