package app.fragments.ui.report;

import app.fragments.report.Report;
import app.fragments.report.html.CitedFragment;
import app.fragments.report.html.ReportContent;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// A kept report together with what its sources are now.
///
/// @param report the report
/// @param sources `F1` first
record OpenReport(Report report, List<CitedSource> sources) {

  OpenReport {
    sources = List.copyOf(sources);
  }

  /// What a page of it shows.
  ///
  /// @param dismissed the flags that the reader waved through
  ReportContent content(Set<Integer> dismissed) {
    List<CitedFragment> fragments = sources.stream().map(CitedSource::cited).toList();
    return ReportContent.of(report, fragments).withDismissed(dismissed);
  }

  Optional<CitedSource> source(int number) {
    return find(sources, number);
  }

  static Optional<CitedSource> find(List<CitedSource> sources, int number) {
    return number < 1 || number > sources.size()
        ? Optional.empty()
        : Optional.of(sources.get(number - 1));
  }
}
