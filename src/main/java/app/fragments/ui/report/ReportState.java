package app.fragments.ui.report;

/// What the Report tab shows. One state drives its panes and its actions.
public enum ReportState {
  /// Nothing was opened or woven yet.
  EMPTY,
  /// A report is on its way from the store.
  LOADING,
  /// A job of this window is writing; the text so far is shown.
  WRITING,
  /// A kept report.
  SHOWN,
  /// The report that was asked for is not there any more.
  GONE
}
