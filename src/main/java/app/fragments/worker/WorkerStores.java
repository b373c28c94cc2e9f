package app.fragments.worker;

import app.fragments.job.JobQueue;
import app.fragments.job.JobStore;
import app.fragments.journal.EntryStore;
import app.fragments.report.ReportStore;

/// The stores that a worker reads and writes.
///
/// @param heartbeatQueue the queue over a connection that only heartbeats use, so that no other
///   call can delay them
/// @param heartbeatJobs the job records over the same connection
public record WorkerStores(
    JobStore jobs,
    JobQueue queue,
    EntryStore entries,
    ReportStore reports,
    JobQueue heartbeatQueue,
    JobStore heartbeatJobs) {}
