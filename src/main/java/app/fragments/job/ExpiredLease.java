package app.fragments.job;

import java.time.Duration;

/// A lease whose worker died, and whose job no other worker has taken yet.
///
/// @param owner the worker's name
/// @param silent how long ago the last heartbeat was, by the store's clock
public record ExpiredLease(JobId jobId, String owner, Duration silent) {}
