package app.fragments.ui.jobs;

import app.fragments.job.JobId;

/// What the user can do to a job of the list. On the FX thread; nothing here waits.
public interface JobCommands {

  /// Opens the report of a completed job.
  void openReport(JobId id);

  /// Cancels a job that waits or runs.
  void cancel(JobId id);

  /// Does what the user can do about a failed or cancelled job.
  void act(JobId id, FailureAction action);
}
