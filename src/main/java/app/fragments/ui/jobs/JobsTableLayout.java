package app.fragments.ui.jobs;

/// How the jobs table uses the width it has.
enum JobsTableLayout {
  /// All columns.
  WIDE(71, true, true),
  /// Period and time stand with the rest.
  NARROW(96, false, true),
  /// So does the button.
  SLIM(150, false, false);

  /// Below these widths, in pixels at the usual text size.
  private static final double WIDE_LEAST = 640;

  private static final double NARROW_LEAST = 430;

  private final double rowHeight;
  private final boolean hasDetails;
  private final boolean hasActions;

  JobsTableLayout(double rowHeight, boolean hasDetails, boolean hasActions) {
    this.rowHeight = rowHeight;
    this.hasDetails = hasDetails;
    this.hasActions = hasActions;
  }

  /// @param width of the table, in pixels at the usual text size
  static JobsTableLayout of(double width) {
    return width >= WIDE_LEAST ? WIDE : width >= NARROW_LEAST ? NARROW : SLIM;
  }

  /// In pixels at the usual text size.
  double rowHeight() {
    return rowHeight;
  }

  /// Whether period and time have columns of their own.
  boolean hasDetails() {
    return hasDetails;
  }

  /// Whether the buttons have a column of their own.
  boolean hasActions() {
    return hasActions;
  }
}
