package app.fragments.ui.jobs;

import app.fragments.job.JobId;

/// What the jobs page can do with a job. On the FX thread; never blocks.
public interface JobCommands {

  /// Opens the report of a completed job.
  void openReport(JobId id);

  /// Cancels a job that waits or runs.
  void cancel(JobId id);

  /// Acts on a failed or cancelled job.
  void act(JobId id, FailureAdvice.Action action);
}
