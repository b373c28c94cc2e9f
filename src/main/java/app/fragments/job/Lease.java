package app.fragments.job;

import java.time.Duration;

/// A worker's right to run a job. Heartbeats renew it.
///
/// @param fencingToken higher than that of every earlier lease of the job; once the record holds a
///   higher token, it rejects this run's writes
/// @param owner the worker's name, unique among all processes
/// @param attempts how many runs failed before this one
/// @param recoveries how many earlier runs ended because their worker died
/// @param waited how long the job had been due when it was claimed, by the store's clock
public record Lease(
    JobId jobId, long fencingToken, String owner, int attempts, int recoveries, Duration waited) {}
