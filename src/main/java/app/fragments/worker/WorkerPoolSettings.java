package app.fragments.worker;

import app.fragments.job.RetentionPolicy;

/// The limits that all workers of a process share.
///
/// @param perUser how many jobs of one user may run at once on the store, see
///   [app.fragments.job.ClaimRequest]
/// @param callsPerMinute how many calls of a metered generator may start per minute
/// @param retention how long the records of ended jobs are kept
public record WorkerPoolSettings(int perUser, int callsPerMinute, RetentionPolicy retention) {}
