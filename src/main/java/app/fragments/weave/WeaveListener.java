package app.fragments.weave;

import app.fragments.job.JobId;
import app.fragments.job.Progress;

/// Hears of the jobs that this process works on, on the workers' threads. It is for showing things
/// sooner; the record in the store is the truth.
public interface WeaveListener {
  /// Hears nothing.
  WeaveListener NONE = new WeaveListener() {};

  /// A worker of this process has claimed the job.
  default void started(JobId job) {}

  default void progress(JobId job, Progress progress) {}

  /// The text so far.
  default void preview(JobId job, String markdownSoFar) {}

  /// The run has ended, whichever way: read the record now.
  default void ended(JobId job) {}
}
