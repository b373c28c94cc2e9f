package app.fragments.worker;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.job.JobResult;
import app.fragments.report.Report;
import app.fragments.report.ReportId;
import app.fragments.report.ReportVersion;
import app.fragments.report.ReportVersion.Origin;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/// Lays the result of a completed job among the kept reports, once: the report's id is the job's.
final class ReportSaver {
  private final WorkerStores stores;
  private final ReportChecker checker;

  ReportSaver(WorkerStores stores, ReportChecker checker) {
    this.stores = stores;
    this.checker = checker;
  }

  /// Keeps the report of this job, if it has one. May be repeated after a crash at any point.
  void keep(JobId id) {
    stores
        .jobs()
        .find(id)
        .ifPresent(
            job -> {
              if (job.completion() != null) {
                stores.reports().keep(report(job, job.completion()));
                stores.jobs().markReportSaved(id);
              }
            });
  }

  private Report report(Job job, JobResult completion) {
    Instant wovenAt = Objects.requireNonNullElse(job.completedAt(), job.updatedAt());
    return new Report(
        new ReportId(job.id().value()),
        job.userId(),
        checker.title(completion.markdown()),
        job.template(),
        completion.period(),
        completion.model(),
        List.of(new ReportVersion(1, completion.markdown(), Origin.WOVEN, wovenAt)),
        completion.sources(),
        completion.checks(),
        wovenAt,
        null);
  }
}
