package app.fragments.job;

/// The response to a submit.
///
/// @param jobId the new job, or the live one that weaves the same
/// @param created whether it is new
public record Submission(JobId jobId, JobStatus status, boolean created) {
  /// As in the original API.
  public static final String MESSAGE = "Report generation started in background";
}
