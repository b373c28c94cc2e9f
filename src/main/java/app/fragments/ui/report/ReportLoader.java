package app.fragments.ui.report;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.journal.Entry;
import app.fragments.journal.EntryId;
import app.fragments.report.Period;
import app.fragments.report.Report;
import app.fragments.report.ReportId;
import app.fragments.report.ReportSource;
import app.fragments.ui.common.UiServices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads reports and what is behind their citations from the stores. Every method waits: call it on
/// a background thread.
final class ReportLoader {
  private final UiServices services;

  ReportLoader(UiServices services) {
    this.services = services;
  }

  /// The report with what its sources are now, or empty where it is not there.
  Optional<OpenReport> report(ReportId id) {
    return services.reports().find(services.userId(), id).map(this::withSources);
  }

  /// An empty draft of what a job writes, or empty where there is nothing to write from.
  Optional<ReportDraft> draft(JobId id) {
    return services.jobs().find(id).flatMap(this::draft);
  }

  private OpenReport withSources(Report report) {
    List<EntryId> ids = report.sources().stream().map(ReportSource::entryId).toList();
    Map<EntryId, Entry> entries = new HashMap<>();
    services
        .entries()
        .findAll(services.userId(), ids)
        .forEach(entry -> entries.put(entry.id(), entry));
    List<CitedSource> sources = new ArrayList<>();
    for (ReportSource source : report.sources()) {
      sources.add(CitedSource.of(sources.size() + 1, source, entries.get(source.entryId())));
    }
    return new OpenReport(report, sources);
  }

  /// The worker leaves out what is in the trash, and numbers the rest.
  private Optional<ReportDraft> draft(Job job) {
    List<Entry> entries =
        services.entries().findAll(job.userId(), job.selection().entryIds()).stream()
            .filter(entry -> !entry.inTrash())
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    List<CitedSource> sources = new ArrayList<>();
    entries.forEach(entry -> sources.add(CitedSource.of(sources.size() + 1, entry)));
    return Optional.of(new ReportDraft(job.id(), Period.of(entries), sources, ""));
  }
}
