package app.fragments.job;

/// The answer to a submit.
///
/// @param jobId the new job, or the live one that weaves the same already
/// @param status its status
/// @param created whether it is new
public record Submission(JobId jobId, JobStatus status, boolean created) {
  /// What the answer says, in the words of the original's API.
  public static final String MESSAGE = "Report generation started in background";
}
