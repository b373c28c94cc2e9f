package app.fragments.worker;

import app.fragments.job.Job;
import app.fragments.job.JobId;
import app.fragments.report.Report;
import app.fragments.store.StoreException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Saves the results of completed jobs as reports. Idempotent: the report's id is the job's id.
///
/// Job records are marked as saved later, in batches, to avoid one command per job. If a crash
/// loses a mark, the [Reconciler] saves the report again, which is harmless.
final class ReportSaver {
  private static final Logger LOG = LoggerFactory.getLogger(ReportSaver.class);
  private static final int MAX_UNMARKED = 100;
  private static final Duration MAX_DELAY = Duration.ofSeconds(1);

  private final WorkerStores stores;
  private final MonotonicClock monotonic;
  private final List<JobId> unmarked = new ArrayList<>();
  private long oldest;

  ReportSaver(WorkerStores stores, MonotonicClock monotonic) {
    this.stores = stores;
    this.monotonic = monotonic;
  }

  /// @return whether the report is new
  boolean save(JobId job, Report report) {
    boolean created = stores.reports().save(report);
    if (isDue(job)) {
      markSaved();
    }
    return created;
  }

  /// Saves the report of a job if it is completed, and marks the record at once.
  ///
  /// @return whether there is a new report
  boolean save(JobId id) {
    Report report = stores.jobs().find(id).flatMap(Job::report).orElse(null);
    if (report == null) {
      return false;
    }
    boolean created = stores.reports().save(report);
    stores.jobs().markReportsSaved(List.of(id));
    return created;
  }

  private synchronized boolean isDue(JobId saved) {
    if (unmarked.isEmpty()) {
      oldest = monotonic.nanos();
    }
    unmarked.add(saved);
    return unmarked.size() >= MAX_UNMARKED || monotonic.nanos() - oldest >= MAX_DELAY.toNanos();
  }

  /// Marks the records whose reports were saved.
  void markSaved() {
    List<JobId> saved;
    synchronized (this) {
      if (unmarked.isEmpty()) {
        return;
      }
      saved = List.copyOf(unmarked);
      unmarked.clear();
    }
    try {
      stores.jobs().markReportsSaved(saved);
    } catch (StoreException e) {
      LOG.debug(
          "Cannot mark {} saved reports; the reconciler will: {}", saved.size(), e.toString());
    }
  }
}
