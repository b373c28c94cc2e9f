package app.fragments.job;

import java.time.Duration;

/// A lease that has run out: its worker vanished, and no other one has taken the job yet.
///
/// @param jobId the job
/// @param owner the worker's name
/// @param silent how long ago the last heartbeat was, by the store's clock
public record ExpiredLease(JobId jobId, String owner, Duration silent) {}
