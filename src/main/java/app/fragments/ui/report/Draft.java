package app.fragments.ui.report;

import app.fragments.job.JobId;
import app.fragments.report.Checks;
import app.fragments.report.Period;
import app.fragments.report.html.ReportContent;
import java.util.List;
import java.util.Set;

/// A report that is being written: the text so far, and what it is woven from.
///
/// @param job who writes it
/// @param period the days it covers
/// @param sources `F1` first
/// @param markdown the text so far, which may break off anywhere
record Draft(JobId job, Period period, List<Source> sources, String markdown) {

  Draft {
    sources = List.copyOf(sources);
  }

  Draft with(String newMarkdown) {
    return new Draft(job, period, sources, newMarkdown);
  }

  ReportContent content() {
    return new ReportContent(
        markdown, period, "", sources.stream().map(Source::cited).toList(), Checks.NONE, Set.of());
  }
}
