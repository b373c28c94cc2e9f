package app.fragments.job;

import java.time.Duration;

/// The right to work on a job until it is lost: claimed, kept by heartbeats, fenced.
///
/// @param jobId the job
/// @param fencingToken higher than that of every lease before; each write of this run carries it,
///   and is refused once a later lease has one
/// @param owner the worker's name, unique among all processes
/// @param attempts failed runs before this one
/// @param recoveries vanished runs before this one
/// @param waited how long the job had been due when it was claimed, by the store's clock
public record Lease(
    JobId jobId, long fencingToken, String owner, int attempts, int recoveries, Duration waited) {}
