package app.fragments.ui.report;

import app.fragments.job.JobId;
import app.fragments.report.CheckResult;
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
record ReportDraft(JobId job, Period period, List<CitedSource> sources, String markdown) {

  ReportDraft {
    sources = List.copyOf(sources);
  }

  ReportDraft with(String newMarkdown) {
    return new ReportDraft(job, period, sources, newMarkdown);
  }

  ReportContent content() {
    return new ReportContent(
        markdown,
        period,
        "",
        sources.stream().map(CitedSource::cited).toList(),
        CheckResult.NONE,
        Set.of());
  }
}
