package app.fragments.job;

import java.time.Duration;

/// The lease of a worker that died; its job has not been taken over yet.
///
/// @param owner the worker's name
/// @param silent how long ago the last heartbeat was, by the store's clock
public record ExpiredLease(JobId jobId, String owner, Duration silent) {}
