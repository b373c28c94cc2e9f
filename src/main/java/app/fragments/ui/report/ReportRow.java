package app.fragments.ui.report;

import app.fragments.report.ReportHeader;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;

/// A row of the list of reports.
sealed interface ReportRow {
  /// The heading of the reports whose period ends in a month.
  record Month(YearMonth month, int count) implements ReportRow {}

  record Woven(ReportHeader header) implements ReportRow {}

  /// Groups reports, in the order of their periods' ends, by month.
  static List<ReportRow> grouped(List<ReportHeader> sorted) {
    List<ReportRow> rows = new ArrayList<>();
    YearMonth previous = null;
    for (ReportHeader header : sorted) {
      YearMonth month = YearMonth.from(header.period().end());
      if (!month.equals(previous)) {
        int count =
            (int)
                sorted.stream()
                    .filter(other -> YearMonth.from(other.period().end()).equals(month))
                    .count();
        rows.add(new Month(month, count));
        previous = month;
      }
      rows.add(new Woven(header));
    }
    return rows;
  }
}
