package app.fragments.ui.jobs;

import app.fragments.job.JobId;

/// What the jobs page can do with a job. On the FX thread; never blocks.
public interface JobCommands {
  void openReport(JobId id);

  void cancel(JobId id);

  /// Acts on a failed or cancelled job.
  void act(JobId id, FailureAdvice.Action action);
}
