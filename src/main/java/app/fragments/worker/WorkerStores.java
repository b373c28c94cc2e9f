package app.fragments.worker;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;

/// The ports that weaving reads from and writes to.
public record WorkerStores(
    JobStore jobs, JobQueue queue, EntryStore entries, ReportStore reports) {}
