package app.fragments.ui.report;

import app.fragments.job.JobId;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.report.CheckResult;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.Report.ReportSource;
import app.fragments.report.ReportId;
import app.fragments.report.html.ReportContent;
import app.fragments.report.html.ReportContent.CitedFragment;
import app.fragments.ui.common.UiServices;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads reports and the fragments behind their citations. Blocks: call on a background thread.
final class ReportLoader {
  private final UiServices services;

  ReportLoader(UiServices services) {
    this.services = services;
  }

  /// A report and its sources as they are now, `F1` first.
  record OpenReport(Report report, List<CitedSource> sources) {
    static OpenReport withoutSources(Report report) {
      return new OpenReport(report, numbered(report.sources(), CitedSource::unknown));
    }

    ReportContent content(Set<Integer> dismissed) {
      return ReportContent.of(report, fragments(sources)).withDismissed(dismissed);
    }
  }

  /// A report that is being written; its text may end anywhere.
  record Draft(JobId job, Period period, List<CitedSource> sources, String markdown) {
    Draft with(String newMarkdown) {
      return new Draft(job, period, sources, newMarkdown);
    }

    ReportContent content() {
      return new ReportContent(
          markdown, period, "", fragments(sources), CheckResult.NONE, Set.of());
    }
  }

  /// A saved report, or empty if there is none.
  Optional<OpenReport> report(ReportId id) {
    return services.reports().find(services.userId(), id).map(this::withSources);
  }

  OpenReport withSources(Report report) {
    List<EntryId> ids = report.sources().stream().map(ReportSource::entryId).toList();
    Map<EntryId, Entry> entries =
        services.entries().findAll(services.userId(), ids).stream()
            .collect(Collectors.toMap(Entry::id, Function.identity()));
    return new OpenReport(
        report,
        numbered(
            report.sources(),
            (number, source) -> CitedSource.of(number, source, entries.get(source.entryId()))));
  }

  /// The empty draft of a job, or empty if its fragments are gone. Numbers the fragments as the
  /// worker does, which skips the trash.
  Optional<Draft> draft(JobId id) {
    return services
        .jobs()
        .find(id)
        .map(job -> services.entries().findAll(job.userId(), job.selection().entryIds()))
        .map(found -> found.stream().filter(entry -> !entry.inTrash()).toList())
        .filter(entries -> !entries.isEmpty())
        .map(entries -> new Draft(id, Period.of(entries), numbered(entries, CitedSource::of), ""));
  }

  private static List<CitedFragment> fragments(List<CitedSource> sources) {
    return sources.stream().map(CitedSource::cited).toList();
  }

  private static <T> List<CitedSource> numbered(
      List<T> sources, BiFunction<Integer, T, CitedSource> cited) {
    List<CitedSource> numbered = new ArrayList<>();
    sources.forEach(source -> numbered.add(cited.apply(numbered.size() + 1, source)));
    return List.copyOf(numbered);
  }
}
